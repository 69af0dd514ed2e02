/**
 * Search, on intent: the index is fetched when the reader turns to the form or comes with a query. The whole state
 * stands in the address, so reload, Back and sharing restore it.
 */
import { isLang, type Lang } from '../../lib/ids.ts';
import { asShown, FILTERS, forIndex, isHeld, jumpsFor, readQuery, singleWords, tidy, trimmed, withoutStopWords, writeQuery, type Query } from '../../lib/query.ts';
import { stopWordsOf } from '../../strings/stop-words.ts';
import { SearchIndex, type Page, type Passage, type Result } from './search-index.ts';

interface Hit extends Result { lang: Lang }

const PAGES_AT_ONCE = 8;
const PASSAGES_AT_ONCE = 5;
/** Hits are shown at each key; what is said of them, and the address, wait until the reader rests. */
const REST = 350;
/** Keys that come within a frame are one: one letter alone is in so many words that it takes longest to look for. */
const BURST = 16;
/** After so long without an answer the reader is told, and may ask again. */
const LATE = 8000;

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
  #indexes = new Map(this.#langs.map((lang) => [lang, new SearchIndex(`${this.dataset['bundle']}${lang}/`, lang, Number(this.getAttribute(`data-older-${lang}`) ?? 0))]));
  #other = this.querySelector('.other-language') as HTMLElement;
  #older = this.querySelector('.older') as HTMLElement;
  #again = this.querySelector('.again') as HTMLButtonElement;
  #timer = 0;
  #late = 0;
  #turn = 0;
  /** The turn whose hits stand on the page, and which they are. */
  #shown = 0;
  #listed = new Set<string>();
  #rest: Hit[] = [];
  /** The answer on its way. Those who come meanwhile wait for it, and only the last of them asks. */
  #asking: Promise<unknown> | undefined;

  connectedCallback() {
    const warm = () => void this.#indexOf(this.#lang).warm().catch(() => undefined);
    for (const turnsTo of ['focusin', 'pointerover']) this.#form.addEventListener(turnsTo, warm, { once: true });
    this.#field.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#write('replaceState'), REST);
      void this.#show(this.#asked(), REST);
    });
    this.#form.addEventListener('change', (event) => event.target instanceof HTMLSelectElement && this.#ask('pushState'));
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#ask('pushState');
    });
    this.#more.addEventListener('click', () => void this.#showMore(this.#turn, true));
    this.#older.querySelector('button')?.addEventListener('click', () => void this.#show(this.#asked(), 0, true));
    this.#again.addEventListener('click', () => this.#startAgain());
    window.addEventListener('online', () => this.#again.hidden || this.#startAgain());
    window.addEventListener('popstate', () => this.#restore());
    this.#restore();
  }

  /** Fills the form from the address and shows what it then asks for: a filter that it does not offer is passed over. */
  #restore() {
    const { words, filters, lang } = readQuery(location.search);
    this.#field.value = words;
    for (const [name, value = ''] of [...FILTERS.map((filter) => [filter, filters[filter]] as const), ['lang', lang] as const]) {
      const choice = this.#form.elements.namedItem(name);
      if (!(choice instanceof HTMLSelectElement)) continue;
      choice.value = value;
      if (choice.selectedIndex < 0) choice.value = '';
    }
    void this.#show(this.#asked());
  }

  #startAgain() {
    for (const index of this.#indexes.values()) index.forget();
    this.#asking = undefined;
    this.#field.focus();
    void this.#show(this.#asked());
  }

  /** Reads the form, writes the address, shows what it asks for. */
  #ask(write: 'pushState') {
    this.#write(write);
    void this.#show(this.#asked());
  }

  #asked(): Query {
    const filters = Object.fromEntries(FILTERS.flatMap((name) => {
      const { value } = this.#form.elements.namedItem(name) as HTMLSelectElement;
      return value ? [[name, value]] : [];
    }));
    const choice = this.#form.elements.namedItem('lang');
    const { lang } = readQuery(`?lang=${choice instanceof HTMLSelectElement ? choice.value : ''}`);
    return { words: tidy(this.#field.value), filters, ...(lang && { lang }) };
  }

  #write(write: 'pushState' | 'replaceState') {
    clearTimeout(this.#timer);
    const address = location.pathname + writeQuery(this.#asked());
    if (address !== location.pathname + location.search) history[write](null, '', address);
  }

  #indexOf(lang: Lang): SearchIndex {
    const index = this.#indexes.get(lang);
    if (index === undefined) throw new Error(`no index of ${lang}`);
    return index;
  }

  /** What one language answers. */
  async #searchIn(lang: Lang, query: Query, isWhole: boolean): Promise<{ hits: Hit[]; unfiltered: number }> {
    const { results, unfilteredResultCount } = await this.#indexOf(lang).search(wordsFor(query, lang), query.filters as Record<string, string>, isWhole);
    return { hits: results.map((result) => ({ id: result.id, score: result.score, data: () => result.data(), lang })), unfiltered: unfilteredResultCount };
  }

  /** Shows what is asked for as it comes, the first hit before all else. `isWhole`: the older publications too. */
  async #show(query: Query, rest = 0, isWhole = false): Promise<void> {
    const turn = ++this.#turn;
    const isEmpty = query.words === '' && Object.keys(query.filters).length === 0;
    this.#results.hidden = isEmpty;
    this.#aside(!isEmpty);
    this.#jumps.replaceChildren(...this.#jumpItems(query.words));
    this.#expect(turn, !isEmpty);
    if (isEmpty) return this.#clear(turn);
    const rested = new Promise((resolve) => setTimeout(resolve, rest));
    if (!this.#hits.hasChildNodes()) this.#say(this.#word('loading'));
    try {
      await this.#asking?.catch(() => undefined);
      if (rest > 0) await new Promise((resolve) => setTimeout(resolve, BURST));
      if (turn !== this.#turn) return;
      const langs = query.lang === 'all' ? this.#langs : [query.lang ?? this.#lang];
      const older = langs.reduce((sum, lang) => sum + this.#indexOf(lang).older, 0);
      const asking = Promise.all(langs.map((lang) => this.#searchIn(lang, query, isWhole)));
      this.#asking = asking;
      const found = await asking;
      const hits = found.flatMap((one) => one.hits).sort((a, b) => b.score - a.score);
      const pages = await this.#showHits(turn, hits, isWhole);
      await rested;
      if (turn !== this.#turn) return;
      this.#expect(turn, false);
      this.#aside(true);
      if (!isWhole && older > 0 && hits.length < PAGES_AT_ONCE) return await this.#show(query, 0, true);
      const isLost = pages.length < Math.min(hits.length, PAGES_AT_ONCE) && !isWhole;
      if (isLost && pages.length === 0) throw new Error('no page came');
      const absent = isLost ? [] : (await Promise.all(langs.map((lang) => this.#absentWords(turn, lang, query, pages.filter((page) => page.lang === lang), isWhole)))).reduce((all, one) => all.filter((word) => one.includes(word)));
      if (turn !== this.#turn) return;
      const unfiltered = found.reduce((sum, one) => sum + one.unfiltered, 0);
      // A number that leads somewhere has found what it names, if no words.
      const leads = hits.length === 0 && this.#jumps.hasChildNodes();
      if (leads && unfiltered === 0) this.#say([...this.#jumps.children].map((jump) => `${jump.textContent}.`).join(' '), true);
      else this.#say(this.#summary(query, hits.length, unfiltered, absent));
      if (isLost) this.#sayLost();
      this.#older.hidden = isWhole || older === 0;
      // What is only an offer takes nothing away where it fails.
      if (!leads && (hits.length === 0 || absent.length > 0)) await this.#offerOther(turn, query, langs).catch(() => undefined);
    } catch {
      if (turn !== this.#turn) return;
      this.#expect(turn, false);
      this.#clear(turn);
      this.#aside(false);
      this.#say(this.#word(navigator.onLine ? 'failed' : 'offline'));
      this.#again.hidden = false;
    }
  }

  /** Waits for the answer of a turn, or no longer: a late one is said to be late. */
  #expect(turn: number, isExpected: boolean) {
    clearTimeout(this.#late);
    this.#again.hidden = true;
    if (!isExpected) return;
    this.#late = window.setTimeout(() => {
      if (turn !== this.#turn) return;
      this.#say(this.#word('late'));
      this.#again.hidden = false;
      this.#aside(false);
    }, LATE);
  }

  /** The first hits, the very first as soon as it is there; those of the whole follow those already shown. */
  async #showHits(turn: number, hits: readonly Hit[], isWhole: boolean): Promise<Found[]> {
    const known = isWhole && this.#shown === turn - 1 ? this.#listed : new Set<string>();
    const fresh = hits.filter(({ id }) => !known.has(id));
    if (fresh.length === 0) {
      if (turn === this.#turn && known.size === 0) this.#clear(turn);
      return [];
    }
    const pages = await found(fresh.slice(0, 1));
    // A reader who types on sees the hits of the last key until those of this one are there.
    if (turn < this.#shown) return [];
    if (known.size === 0) this.#clear(turn);
    this.#shown = turn;
    this.#list(pages);
    if (turn !== this.#turn) return pages;
    this.#rest = fresh.slice(1);
    return [...pages, ...(await this.#showMore(turn, false, PAGES_AT_ONCE - 1))];
  }

  /** Says that some of the hits did not come, and offers to ask again. */
  #sayLost() {
    if (!this.#again.hidden) return;
    this.#say(`${this.#status.textContent} ${this.#word('lost')}`);
    this.#again.hidden = false;
  }

  #summary({ words, filters }: Query, found: number, unfiltered: number, absent: string[]): string {
    const missing = absent.map((word) => this.#word('absent').replace('{word}', () => asShown(word)));
    if (found > 0) return [...missing, this.#count(found)].join(' ');
    if (words === '') return this.#word('noneFits');
    const isNarrowed = Object.keys(filters).length > 0 && unfiltered > 0;
    return (isNarrowed ? this.#word('noneFiltered').replace('{n}', String(unfiltered)) : this.#word('none')).replace('{query}', () => words);
  }

  /** What one language does not hold, another may: it is asked, and offered where it does. */
  async #offerOther(turn: number, query: Query, asked: readonly Lang[]) {
    const [other] = this.#langs.filter((lang) => !asked.includes(lang));
    if (other === undefined || query.words === '') return;
    const { hits } = await this.#searchIn(other, query, false);
    if (turn !== this.#turn || hits.length === 0) return;
    const absent = await this.#absentWords(turn, other, query, await found(hits.slice(0, 3)), false);
    if (turn !== this.#turn || absent.length > 0) return;
    const label = this.#count(hits.length, this.#words[`in-${other}`]);
    this.#other.replaceChildren(element('a', { href: location.pathname + writeQuery({ ...query, lang: other }) }, label));
  }

  #count(pages: number, forms: Forms = this.#words.found): string {
    return (new Intl.PluralRules(document.documentElement.lang).select(pages) === 'one' ? forms.one : forms.other).replace('{n}', String(pages));
  }

  /**
   * Words of the query that no page holds: Pagefind answers those with words that only begin like them. The hits that are
   * shown tell of most words; what they leave open is asked, one word after the other, since Pagefind keeps the marks of a page that is
   * still on its way for the last one that asked for it.
   */
  async #absentWords(turn: number, lang: Lang, query: Query, shown: readonly Found[], isWhole: boolean): Promise<string[]> {
    const absent: string[] = [];
    const words = singleWords(wordsFor(query, lang) ?? '');
    for (const word of words) {
      if (turn !== this.#turn) return [];
      if (shown.some(({ page }) => isHeld(marksOf(page), word))) continue;
      const { hits } = await this.#searchIn(lang, { words: word, filters: {} }, isWhole);
      const pages = await found(hits.slice(0, 3));
      const marks = pages.flatMap(({ page }) => marksOf(page));
      if (pages.length === 0 || (marks.length > 0 && !isHeld(marks, word))) absent.push(word);
    }
    return absent;
  }

  async #showMore(turn: number, moveFocus: boolean, count = PAGES_AT_ONCE): Promise<Found[]> {
    const asked = this.#rest.splice(0, count);
    const pages = await found(asked);
    if (turn !== this.#turn) return [];
    const [first] = this.#list(pages);
    this.#more.hidden = this.#rest.length === 0;
    if (moveFocus && pages.length < asked.length) this.#sayLost();
    if (moveFocus) (first?.querySelector('a') ?? this.#again).focus();
    return pages;
  }

  #list(pages: readonly Found[]): HTMLElement[] {
    const items = pages.map(({ page, lang }) => pageItem(page, this.#word('rest'), lang === this.#lang ? undefined : { lang, name: this.#word(`name-${lang}`) }));
    for (const { id } of pages) this.#listed.add(id);
    this.#hits.append(...items);
    return items;
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

  #clear(turn: number) {
    this.#shown = turn;
    this.#listed = new Set();
    this.#hits.replaceChildren();
    this.#other.replaceChildren();
    this.#rest = [];
    this.#more.hidden = true;
    this.#older.hidden = true;
    this.#say('');
  }

  /** `isSeen`: it stands on the page already, and is said to those who hear it. */
  #say(words: string, isSeen = false) {
    this.#status.textContent = words;
    this.#status.classList.toggle('seen', isSeen);
  }

  #word(name: string): string {
    return this.#words[name] ?? '';
  }
}

interface Forms { one: string; other: string }
/** A hit that has come. */
interface Found { id: string; page: Page; lang: Lang }

/** Those of the hits that come: one page that does not come takes no other with it. */
async function found(hits: readonly Hit[]): Promise<Found[]> {
  const pages = await Promise.allSettled(hits.map(async ({ id, lang, data }) => ({ id, lang, page: await data() })));
  return pages.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}

/** The words of a query as the index of a language holds them. */
const wordsFor = ({ words }: Query, lang: Lang): string | null => (words === '' ? null : withoutStopWords(forIndex(words, lang), stopWordsOf(lang)));

const marksOf = ({ excerpt, sub_results: passages }: Page): string[] =>
  [excerpt, ...passages.map((passage) => passage.excerpt)].flatMap((text) => [...text.matchAll(/<mark>(.*?)<\/mark>/g)].map((match) => match[1] ?? ''));

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

/** An excerpt as nodes: its marks become elements, without the punctuation, its entities letters, and nothing in it becomes markup. */
const marked = (excerpt: string): (Node | string)[] =>
  asShown(excerpt).split(/<mark>(.*?)<\/mark>/).flatMap((part, index) => {
    if (index % 2 === 0) return typeset(part);
    const [before, word, after] = trimmed(typeset(part));
    return [before, ...(word === '' ? [] : [element('mark', {}, word)]), after];
  });

/** The index holds escaped signs, and words in its own way; the page shows them as set. */
const typeset = (text: string): string =>
  asShown(text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#x27;|&#39;/g, "'").replace(/&amp;/g, '&'));

customElements.define('site-search', SiteSearch);
