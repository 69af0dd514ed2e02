/**
 * The site's only script on every page: a permalink is copied when followed, a citation when clicked; `/` leads to
 * search; and links to a part of the record show what they lead to. All of these are links first.
 */
import { preview } from './preview.ts';

const said = document.querySelector<HTMLElement>('.said');

let silence: ReturnType<typeof setTimeout> | undefined;

const say = (words: string) => {
  if (said === null) return;
  clearTimeout(silence);
  said.textContent = words;
  silence = setTimeout(() => (said.textContent = ''), 2500);
};

document.addEventListener('click', async (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.permalink, a[data-copy]') : null;
  if (link === null || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const isFile = link.dataset['copy'] !== undefined;
  if (isFile) event.preventDefault();
  try {
    await (isFile ? copyFile(link.href) : navigator.clipboard.writeText(link.href));
    say((isFile ? said?.dataset['copied']?.replace('{what}', link.dataset['copy'] ?? '') : said?.dataset['link']) ?? '');
  } catch {
    // The clipboard or the network refused. A permalink has still led to its passage; a file is opened to be copied by hand.
    if (isFile) location.href = link.href;
    else say(said?.dataset['refused'] ?? '');
  }
});

/** The clipboard is asked at once, with a promise of the text: Safari gives no leave later. */
async function copyFile(url: string): Promise<void> {
  const text = fetch(url).then((response) => (response.ok ? response.text() : Promise.reject(new Error(response.statusText))));
  if (typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(await text);
  return navigator.clipboard.write([new ClipboardItem({ 'text/plain': text.then((words) => new Blob([words], { type: 'text/plain' })) })]);
}

/** To the same place in another language: what the address names, or what stands at the head of the window; a search to the same search. */
document.querySelector('.languages')?.addEventListener('click', ({ target }) => {
  if (!(target instanceof HTMLAnchorElement)) return;
  const passages = [...document.querySelectorAll('main [id]')];
  const read = scrollY < innerHeight / 2 ? undefined : passages.find((passage) => passage.getBoundingClientRect().bottom > 60);
  target.search = location.search;
  target.hash = location.hash || (read?.id ?? '');
});

document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]') !== null;
  if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  if (field === null) return;
  event.preventDefault();
  field.focus();
});

// A reader who turns to the masthead's field is about to search: what every search needs is fetched into the browser's cache.
const search = document.querySelector<HTMLFormElement>('.masthead form');
search?.addEventListener('focusin', () => {
  const { lang } = document.documentElement;
  for (const file of ['pagefind.js', `wasm.${lang}.pagefind`]) void fetch(`${search.dataset['base']}pagefind/${lang}/${file}`).catch(() => undefined);
}, { once: true });

const wake = (event: Event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('main a[href]') : null;
  if (link !== null && link.origin === location.origin) preview(link, event.type === 'focusin');
};
if (matchMedia('(hover: hover)').matches) document.addEventListener('pointerover', wake);
document.addEventListener('focusin', wake);
