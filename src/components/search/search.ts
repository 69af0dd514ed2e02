/**
 * Search, on intent: Pagefind is loaded when the reader turns to the field or comes with a query. The whole state
 * stands in the address, so reload, Back and sharing restore it.
 */
import { isLang } from '../../lib/ids.ts';
import { FILTERS, forIndex, isSameWord, jumpsFor, readQuery, singleWords, tidy, withoutStopWords, writeQuery, type Query } from '../../lib/query.ts';
import { stopWordsOf } from '../../strings/stop-words.ts';

/** What this page uses of Pagefind: https://pagefind.app/docs/api-reference/ */
interface Pagefind {
  init(): Promise<void>;
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  search(words: string | null, options: { filters: Record<string, string> }): Promise<{ results: Result[]; unfilteredResultCount: number }>;
}
interface Result { data(): Promise<Page> }
interface Passage { title: string; url: string; excerpt: string; locations: number[] }
interface Page { url: string; meta: { title?: string }; excerpt: string; sub_results: Passage[] }

const PAGES_AT_ONCE = 8;
const PASSAGES_AT_ONCE = 5;
const PAUSE = 120;

class SiteSearch extends HTMLElement {
  #words = JSON.parse(this.dataset['words'] ?? '{}') as Record<string, string> & { found: Forms };
  #names = JSON.parse(this.dataset['names'] ?? '{}') as Record<string, string>;
  #form = this.querySelector('form') as HTMLFormElement;
  #field = this.querySelector('input') as HTMLInputElement;
  #results = this.querySelector('.results') as HTMLElement;
  #status = this.querySelector('[role=status]') as HTMLElement;
  #jumps = this.querySelector('.jumps') as HTMLElement;
  #hits = this.querySelector('.hits') as HTMLElement;
  #more = this.querySelector('.more') as HTMLButtonElement;
  #engine: Promise<Pagefind> | undefined;
  #stopWords = isLang(this.dataset['lang']) ? stopWordsOf(this.dataset['lang']) : new Set<string>();
  #timer = 0;
  #turn = 0;
  #rest: Result[] = [];

  connectedCallback() {
    this.#field.addEventListener('focus', () => void this.#load().catch(() => undefined));
    this.#field.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#ask('replaceState'), PAUSE);
    });
    this.#form.addEventListener('change', (event) => event.target instanceof HTMLSelectElement && this.#ask('pushState'));
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#ask('pushState');
    });
    this.#more.addEventListener('click', () => void this.#showMore(this.#turn, true));
    window.addEventListener('popstate', () => this.#restore());
    this.#restore();
  }

  /** Fills the form from the address and shows what it asks for. */
  #restore() {
    const query = readQuery(location.search);
    this.#field.value = query.words;
    for (const name of FILTERS) (this.#form.elements.namedItem(name) as HTMLSelectElement).value = query.filters[name] ?? '';
    void this.#show(query);
  }

  /** Reads the form, writes the address, shows what it asks for. */
  #ask(write: 'pushState' | 'replaceState') {
    clearTimeout(this.#timer);
    const filters = Object.fromEntries(FILTERS.flatMap((name) => {
      const { value } = this.#form.elements.namedItem(name) as HTMLSelectElement;
      return value ? [[name, value]] : [];
    }));
    const query = { words: tidy(this.#field.value), filters };
    const address = location.pathname + writeQuery(query);
    if (address !== location.pathname + location.search) history[write](null, '', address);
    void this.#show(query);
  }

  #load(): Promise<Pagefind> {
    this.#engine ??= (async () => {
      const engine = (await import(/* @vite-ignore */ `${this.dataset['bundle']}pagefind.js`)) as Pagefind;
      await engine.options({ baseUrl: '/', excerptLength: 28 });
      await engine.init();
      return engine;
    })();
    this.#engine.catch(() => (this.#engine = undefined));
    return this.#engine;
  }

  async #show(query: Query) {
    const turn = ++this.#turn;
    const isEmpty = query.words === '' && Object.keys(query.filters).length === 0;
    this.#results.hidden = isEmpty;
    this.#jumps.replaceChildren(...this.#jumpItems(query.words));
    if (isEmpty) return this.#clear('');
    if (!this.#hits.hasChildNodes()) this.#status.textContent = this.#word('loading');
    try {
      const engine = await this.#load();
      const filters = query.filters as Record<string, string>;
      const asked = query.words === '' ? null : withoutStopWords(forIndex(query.words), this.#stopWords);
      const { results, unfilteredResultCount } = await engine.search(asked, { filters });
      const absent = asked === null ? [] : await this.#absentWords(engine, asked);
      if (turn !== this.#turn) return;
      this.#clear('');
      this.#rest = [...results];
      await this.#showMore(turn, false);
      if (turn === this.#turn) this.#status.textContent = this.#summary(query, results.length, unfilteredResultCount, absent);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#clear(this.#word('failed').replace('{reason}', error instanceof Error ? `${error.message}.` : ''));
    }
  }

  #summary({ words, filters }: Query, found: number, unfiltered: number, absent: string[]): string {
    const missing = absent.map((word) => this.#word('absent').replace('{word}', () => word));
    if (found > 0) return [...missing, this.#count(found)].join(' ');
    const isNarrowed = Object.keys(filters).length > 0 && unfiltered > 0;
    return (isNarrowed ? this.#word('noneFiltered').replace('{n}', String(unfiltered)) : this.#word('none')).replace('{query}', () => words);
  }

  #count(pages: number): string {
    const forms = this.#words.found;
    return (new Intl.PluralRules(document.documentElement.lang).select(pages) === 'one' ? forms.one : forms.other).replace('{n}', String(pages));
  }

  /** Words of the query that no hit holds: Pagefind answers those with words that only begin like them. */
  async #absentWords(engine: Pagefind, asked: string): Promise<string[]> {
    const checked = await Promise.all(singleWords(asked).map(async (word) => {
      const { results } = await engine.search(word, { filters: {} });
      const pages = await Promise.all(results.slice(0, 3).map((result) => result.data()));
      if (pages.length === 0) return [word];
      const marked = pages.flatMap(({ excerpt, sub_results: passages }) => [excerpt, ...passages.map((passage) => passage.excerpt)])
        .flatMap((excerpt) => [...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map((match) => match[1] ?? ''));
      const parts = word.split(/['-]/);
      return marked.length === 0 || marked.some((hit) => [word, ...parts].some((part) => hit.split(/[^\p{L}\p{N}]+/u).some((piece) => isSameWord(part, piece)))) ? [] : [word];
    }));
    return checked.flat();
  }

  async #showMore(turn: number, moveFocus: boolean) {
    const pages = await Promise.all(this.#rest.splice(0, PAGES_AT_ONCE).map((result) => result.data()));
    if (turn !== this.#turn) return;
    const items = pages.map((page) => pageItem(page, this.#word('rest')));
    this.#hits.append(...items);
    this.#more.hidden = this.#rest.length === 0;
    if (moveFocus) items[0]?.querySelector('a')?.focus();
  }

  #jumpItems(words: string): HTMLElement[] {
    return jumpsFor(words).map((id) => {
      const number = id.replace(/\D+/g, '');
      const name = this.#names[id];
      const label = this.#word(name === undefined ? 'paragraph' : 'principle').replace('{n}', number).replace('{name}', name ?? '');
      const address = this.dataset['call'] ?? '';
      const link = element('a', { href: name === undefined ? `${address}#${id}` : address.replace(/call\/$/, `principles/${number}/`) }, label);
      return element('li', {}, `${this.#word('jump')} `, link);
    });
  }

  #clear(status: string) {
    this.#hits.replaceChildren();
    this.#rest = [];
    this.#more.hidden = true;
    this.#status.textContent = status;
  }

  #word(name: string): string {
    return this.#words[name] ?? '';
  }
}

interface Forms { one: string; other: string }

/** One page with the passages that hold the words, or the page alone where only its title or its filters fit. */
function pageItem({ url, meta, sub_results: passages, excerpt }: Page, rest: string): HTMLElement {
  const heading = element('h2', {}, element('a', { href: url }, typeset(meta.title ?? url)));
  // Those that hold most of the words first; the sort is stable, so the rest keep the order of the page.
  const inside = passages.filter((passage) => passage.url.includes('#')).sort((a, b) => b.locations.length - a.locations.length);
  if (inside.length === 0) return element('li', {}, heading, element('p', {}, ...marked(excerpt)));
  const [first, more] = [inside.slice(0, PASSAGES_AT_ONCE), inside.slice(PASSAGES_AT_ONCE)];
  const item = element('li', {}, heading, passageList(first));
  if (more.length > 0) item.append(element('details', {}, element('summary', {}, rest.replace('{n}', String(more.length))), passageList(more)));
  return item;
}

const passageList = (passages: readonly Passage[]): HTMLElement =>
  element('ul', { class: 'plain' }, ...passages.map(({ url, title, excerpt }) => element('li', {}, element('a', { href: url }, typeset(title)), element('p', {}, ...marked(excerpt)))));

function element(name: string, attributes: Record<string, string>, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** An excerpt as nodes: its marks become elements, its entities letters, and nothing in it becomes markup. */
const marked = (excerpt: string): (Node | string)[] =>
  excerpt.split(/<mark>(.*?)<\/mark>/).map((part, index) => (index % 2 === 1 ? element('mark', {}, typeset(part)) : typeset(part)));

/** The index holds straight apostrophes and escaped signs; the page shows them as set. */
const typeset = (text: string): string =>
  text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#x27;|&#39;/g, "'").replace(/&amp;/g, '&').replace(/(?<=\p{L})'/gu, '’');

customElements.define('site-search', SiteSearch);
