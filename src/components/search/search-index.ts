/**
 * The search index of one language, as the browser asks it. Fetched when the reader turns to search, and then all that
 * Pagefind needs at once instead of one file after the other. It runs beside the page, not in a worker: the part that
 * answers first is small at any size of the record, a worker takes one more trip to start, and only here can be heard
 * what Pagefind says of a part that did not come.
 */
import { compoundsOf, inPieces, withCompounds } from '../../lib/query.ts';

/** What is used of Pagefind: https://pagefind.app/docs/api-reference/ */
interface Pagefind { createInstance(options: object): Engine }
interface Engine {
  mergeIndex(folder: string, options: object): Promise<void>;
  search(words: string | null, options: { filters: Record<string, string> }): Promise<Answer>;
}
export interface Answer { results: Result[]; unfilteredResultCount: number }
export interface Result { id: string; score: number; data(): Promise<Page> }
export interface Passage { title: string; url: string; excerpt: string; locations: number[] }
export interface Page { url: string; meta: { title?: string }; excerpt: string; sub_results: Passage[] }

const OPTIONS = { baseUrl: '/', excerptLength: 28 };

export class SearchIndex {
  #folder: string;
  #lang: string;
  /** How many publications stand in the part that is not asked at first. */
  readonly older: number;
  #first: Promise<Engine> | undefined;
  #whole: Promise<Engine> | undefined;
  #attempts = 0;

  constructor(folder: string, lang: string, older: number) {
    this.#folder = folder;
    this.#lang = lang;
    this.older = older;
  }

  /** Fetches what every search needs; what did not come is fetched again when it is next asked for. */
  warm(): Promise<Engine> {
    this.#first ??= this.#start().catch((error: unknown) => {
      this.forget();
      throw error;
    });
    return this.#first;
  }

  /** Asks the part that holds the Call and the newest publications, or the whole. Throws where a part did not come: what is missing is then unknown. */
  async search(words: string | null, filters: Record<string, string>, isWhole = false): Promise<Answer> {
    const { lost } = heard;
    try {
      const engine = await (isWhole && this.older > 0 ? this.#startWhole() : this.warm());
      const answer = await ask(engine, words, filters);
      if (heard.lost > lost) throw new Error();
      return answer;
    } catch (error) {
      this.forget();
      throw error;
    }
  }

  /** Begins anew with the next search: what failed once is fetched again. */
  forget(): void {
    this.#first = this.#whole = undefined;
    this.#attempts++;
    // What was to come ahead and did not is the answer to whoever asks next, which had better be nobody.
    for (const link of document.querySelectorAll<HTMLLinkElement>(`link[rel=preload][href^="${this.#folder}"]`)) {
      void fetch(link.href).catch(() => undefined);
      link.remove();
    }
  }

  async #start(): Promise<Engine> {
    listen();
    // What hung once would be waited for again.
    if (this.#attempts === 0) {
      preload(`${this.#folder}wasm.${this.#lang}.pagefind`);
      void this.#preloadList().catch(() => undefined);
    }
    const engine = (await this.#pagefind()).createInstance({ ...OPTIONS, noWorker: true });
    // A first question about nothing: what the browser compiles for it, the reader's own need not wait for.
    await engine.search(null, { filters: {} });
    return engine;
  }

  /** Both parts in one engine, so that what they hold is ranked together. */
  async #startWhole(): Promise<Engine> {
    this.#whole ??= this.#pagefind().then(async ({ createInstance }) => {
      const engine = createInstance({ ...OPTIONS, noWorker: true });
      await engine.mergeIndex(`${this.#folder}older/`, OPTIONS);
      return engine;
    });
    return this.#whole;
  }

  /** The browser keeps a module that failed as failed; another address is another module. */
  #pagefind = (): Promise<Pagefind> => import(/* @vite-ignore */ `${this.#folder}pagefind.js${this.#attempts === 0 ? '' : `?again=${this.#attempts}`}`) as Promise<Pagefind>;

  /** Pagefind would ask for its list of pages only once it runs. */
  async #preloadList(): Promise<void> {
    const { languages } = (await (await fetch(`${this.#folder}pagefind-entry.json`, { cache: 'no-cache' })).json()) as { languages: Record<string, { hash: string }> };
    for (const { hash } of Object.values(languages)) preload(`${this.#folder}pagefind.${hash}.pf_meta`);
  }
}

/** One question where no hyphen joins words, all that `withCompounds` weighs where one does. */
async function ask(engine: Engine, words: string | null, filters: Record<string, string>): Promise<Answer> {
  const compounds = compoundsOf(words ?? '');
  if (words === null || compounds.length === 0) return engine.search(words, { filters });
  const phrase = async (pieces: string) => new Map((await engine.search(`"${pieces}"`, { filters: {} })).results.map((result) => [result.id, result]));
  const [{ results: joined }, { results: apart }, held] = await Promise.all([
    engine.search(words, { filters }),
    engine.search(inPieces(words), { filters }),
    Promise.all(compounds.map(async (word) => {
      const [one, pieces] = await Promise.all([phrase(word), phrase(inPieces(word))]);
      return { joined: new Set(one.keys()), apart: new Set(pieces.keys()), pieces };
    })),
  ]);
  // All phrases have one score. A compound alone is marked where it stands as a phrase, not wherever one of its pieces does.
  const alone = words === compounds[0] ? held[0]?.pieces : undefined;
  const results = withCompounds(joined, apart.map((result) => ({ ...result, data: () => (alone?.get(result.id) ?? result).data() })), held);
  const isNarrowed = results.length === 0 && Object.keys(filters).length > 0;
  return { results, unfilteredResultCount: isNarrowed ? (await ask(engine, words, {})).results.length : results.length };
}

function preload(href: string): void {
  document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href }));
}

const heard = { lost: 0, isListening: false };

/** Pagefind passes over a part of its index that did not come, and tells the console alone. */
function listen(): void {
  if (heard.isListening) return;
  heard.isListening = true;
  const say = console.error;
  console.error = (...words: unknown[]) => {
    if (/^(Failed to load|Decompressing) /.test(String(words[0]))) heard.lost++;
    say(...words);
  };
  // It starts by itself and leaves the failure of that to nobody; the search that waits for it fails as well, and says so.
  addEventListener('unhandledrejection', (event) => {
    const { message = '', stack = '' } = event.reason instanceof Error ? event.reason : {};
    if (/pagefind/i.test(message + stack)) event.preventDefault();
  });
}
