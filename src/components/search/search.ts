/**
 * Search, on intent: Pagefind is loaded when the reader turns to the field or comes with a query. The whole state
 * stands in the address, so reload, Back and sharing restore it.
 */
import { isLang, type Lang } from '../../lib/ids.ts';
import { asShown, FILTERS, forIndex, holds, jumpsFor, readQuery, singleWords, tidy, withoutStopWords, writeQuery, type Query } from '../../lib/query.ts';
import { stopWordsOf } from '../../strings/stop-words.ts';

/** What this page uses of Pagefind: https://pagefind.app/docs/api-reference/ */
interface Pagefind {
  init(): Promise<void>;
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  search(words: string | null, options: { filters: Record<string, string> }): Promise<{ results: Result[]; unfilteredResultCount: number }>;
}
interface Result { score: number; data(): Promise<Page> }
interface Hit extends Result { lang: Lang }
interface Passage { title: string; url: string; excerpt: string; locations: number[] }
interface Page { url: string; meta: { title?: string }; excerpt: string; sub_results: Passage[] }

const PAGES_AT_ONCE = 8;
const PASSAGES_AT_ONCE = 5;
const PAUSE = 120;

class SiteSearch extends HTMLElement {
  #words = JSON.parse(this.dataset['words'] ?? '{}') as Record<string, string> & { found: Forms } & { [inLanguage in `in-${Lang}`]: Forms };
  #names = JSON.parse(this.dataset['names'] ?? '{}') as Record<string, string>;
  #form = this.querySelector('form') as HTMLFormElement;
  #field = this.querySelector('input') as HTMLInputElement;
  #results = this.querySelector('.results') as HTMLElement;
  #status = this.querySelector('[role=status]') as HTMLElement;
  #jumps = this.querySelector('.jumps') as HTMLElement;
  #hits = this.querySelector('.hits') as HTMLElement;
  #more = this.querySelector('.more') as HTMLButtonElement;
  #lang: Lang = isLang(this.dataset['lang']) ? this.dataset['lang'] : 'en';
  /** Every published language; more than one brings a choice of language. */
  #langs = (this.dataset['langs'] ?? '').split(' ').filter(isLang);
  #engines = new Map<Lang, Promise<Pagefind>>();
  #other = this.querySelector('.other-language') as HTMLElement;
  #timer = 0;
  #turn = 0;
  #rest: Hit[] = [];

  connectedCallback() {
    this.#field.addEventListener('focus', () => void this.#load(this.#lang).catch(() => undefined));
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
    const choice = this.#form.elements.namedItem('lang');
    if (choice instanceof HTMLSelectElement) choice.value = query.lang ?? '';
    void this.#show(query);
  }

  /** Reads the form, writes the address, shows what it asks for. */
  #ask(write: 'pushState' | 'replaceState') {
    clearTimeout(this.#timer);
    const filters = Object.fromEntries(FILTERS.flatMap((name) => {
      const { value } = this.#form.elements.namedItem(name) as HTMLSelectElement;
      return value ? [[name, value]] : [];
    }));
    const choice = this.#form.elements.namedItem('lang');
    const { lang } = readQuery(`?lang=${choice instanceof HTMLSelectElement ? choice.value : ''}`);
    const query: Query = { words: tidy(this.#field.value), filters, ...(lang && { lang }) };
    const address = location.pathname + writeQuery(query);
    if (address !== location.pathname + location.search) history[write](null, '', address);
    void this.#show(query);
  }

  #load(lang: Lang): Promise<Pagefind> {
    const known = this.#engines.get(lang);
    if (known !== undefined) return known;
    const engine = (async () => {
      const loaded = (await import(/* @vite-ignore */ `${this.dataset['bundle']}${lang}/pagefind.js`)) as Pagefind;
      await loaded.options({ baseUrl: '/', excerptLength: 28 });
      await loaded.init();
      return loaded;
    })();
    this.#engines.set(lang, engine);
    engine.catch(() => this.#engines.delete(lang));
    return engine;
  }

  /** What one language answers. */
  async #searchIn(lang: Lang, query: Query): Promise<{ hits: Hit[]; unfiltered: number; absent: string[] }> {
    const engine = await this.#load(lang);
    const asked = query.words === '' ? null : withoutStopWords(forIndex(query.words, lang), stopWordsOf(lang));
    const { results, unfilteredResultCount } = await engine.search(asked, { filters: query.filters as Record<string, string> });
    const absent = asked === null ? [] : await this.#absentWords(engine, asked);
    return { hits: results.map((result) => ({ score: result.score, data: () => result.data(), lang })), unfiltered: unfilteredResultCount, absent };
  }

  async #show(query: Query) {
    const turn = ++this.#turn;
    const isEmpty = query.words === '' && Object.keys(query.filters).length === 0;
    this.#results.hidden = isEmpty;
    this.#aside(!isEmpty);
    this.#jumps.replaceChildren(...this.#jumpItems(query.words));
    if (isEmpty) return this.#clear('');
    if (!this.#hits.hasChildNodes()) this.#status.textContent = this.#word('loading');
    try {
      const langs = query.lang === 'all' ? this.#langs : [query.lang ?? this.#lang];
      const found = await Promise.all(langs.map((lang) => this.#searchIn(lang, query)));
      if (turn !== this.#turn) return;
      this.#clear('');
      this.#rest = found.flatMap(({ hits }) => hits).sort((a, b) => b.score - a.score);
      const count = this.#rest.length;
      await this.#showMore(turn, false);
      if (turn !== this.#turn) return;
      const absent = found.map((one) => one.absent).reduce((all, one) => all.filter((word) => one.includes(word)));
      this.#status.textContent = this.#summary(query, count, found.reduce((sum, one) => sum + one.unfiltered, 0), absent);
      if (count === 0 || absent.length > 0) await this.#offerOther(turn, query, langs);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#aside(false);
      this.#clear(this.#word('failed').replace('{reason}', error instanceof Error ? `${error.message}.` : ''));
    }
  }

  #summary({ words, filters }: Query, found: number, unfiltered: number, absent: string[]): string {
    const missing = absent.map((word) => this.#word('absent').replace('{word}', () => asShown(word)));
    if (found > 0) return [...missing, this.#count(found)].join(' ');
    const isNarrowed = Object.keys(filters).length > 0 && unfiltered > 0;
    return (isNarrowed ? this.#word('noneFiltered').replace('{n}', String(unfiltered)) : this.#word('none')).replace('{query}', () => words);
  }

  /** What one language does not hold, another may: it is asked, and offered where it does. */
  async #offerOther(turn: number, query: Query, asked: readonly Lang[]) {
    const [other] = this.#langs.filter((lang) => !asked.includes(lang));
    if (other === undefined || query.words === '') return;
    const { hits, absent } = await this.#searchIn(other, query);
    if (turn !== this.#turn || hits.length === 0 || absent.length > 0) return;
    const label = this.#count(hits.length, this.#words[`in-${other}`]);
    this.#other.replaceChildren(element('a', { href: location.pathname + writeQuery({ ...query, lang: other }) }, label));
  }

  #count(pages: number, forms: Forms = this.#words.found): string {
    return (new Intl.PluralRules(document.documentElement.lang).select(pages) === 'one' ? forms.one : forms.other).replace('{n}', String(pages));
  }

  /**
   * Words of the query that no hit holds: Pagefind answers those with words that only begin like them. One word after
   * the other, since Pagefind keeps the marks of a page that is still on its way for the last one that asked for it.
   */
  async #absentWords(engine: Pagefind, asked: string): Promise<string[]> {
    const absent: string[] = [];
    for (const word of singleWords(asked)) {
      const { results } = await engine.search(word, { filters: {} });
      const pages = await Promise.all(results.slice(0, 3).map((result) => result.data()));
      const marked = pages.flatMap(({ excerpt, sub_results: passages }) => [excerpt, ...passages.map((passage) => passage.excerpt)])
        .flatMap((excerpt) => [...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map((match) => match[1] ?? ''));
      if (pages.length === 0 || (marked.length > 0 && !marked.some((hit) => holds(hit, word)))) absent.push(word);
    }
    return absent;
  }

  async #showMore(turn: number, moveFocus: boolean) {
    const pages = await Promise.all(this.#rest.splice(0, PAGES_AT_ONCE).map(async (hit) => ({ page: await hit.data(), lang: hit.lang })));
    if (turn !== this.#turn) return;
    const items = pages.map(({ page, lang }) => pageItem(page, this.#word('rest'), lang === this.#lang ? undefined : { lang, name: this.#word(`name-${lang}`) }));
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

  /** Results take the place of the concordance: what goes moves nothing, and what is pushed down would. */
  #aside(isSearching: boolean) {
    const concordance = document.querySelector<HTMLElement>('.concordance');
    if (concordance !== null) concordance.hidden = isSearching;
  }

  #clear(status: string) {
    this.#hits.replaceChildren();
    this.#other.replaceChildren();
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
function pageItem({ url, meta, sub_results: passages, excerpt }: Page, rest: string, foreign: { lang: Lang; name: string } | undefined): HTMLElement {
  const heading = element('h2', {}, element('a', { href: url }, typeset(meta.title ?? url)), ...(foreign === undefined ? [] : [' ', element('small', { lang: document.documentElement.lang }, foreign.name)]));
  const language: Record<string, string> = foreign === undefined ? {} : { lang: foreign.lang };
  // Those that hold most of the words first; the sort is stable, so the rest keep the order of the page.
  const inside = passages.filter((passage) => passage.url.includes('#')).sort((a, b) => b.locations.length - a.locations.length);
  if (inside.length === 0) return element('li', language, heading, element('p', {}, ...marked(excerpt)));
  const [first, more] = [inside.slice(0, PASSAGES_AT_ONCE), inside.slice(PASSAGES_AT_ONCE)];
  const item = element('li', language, heading, passageList(first));
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
  asShown(excerpt).split(/<mark>(.*?)<\/mark>/).map((part, index) => (index % 2 === 1 ? element('mark', {}, typeset(part)) : typeset(part)));

/** The index holds escaped signs, and words in its own way; the page shows them as set. */
const typeset = (text: string): string =>
  asShown(text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#x27;|&#39;/g, "'").replace(/&amp;/g, '&'));

customElements.define('site-search', SiteSearch);
