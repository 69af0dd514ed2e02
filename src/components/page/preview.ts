/**
 * Shows, beside a link on which the reader rests, the words that it leads to: a principle, a paragraph, a claim, a term,
 * a record or a question. The words are those of the citation file. It can be dismissed with Escape, pointed at and left
 * (WCAG 2.2, 1.4.13), takes no focus, and nothing depends on it.
 */
interface Cited { readonly title: string; readonly abstract?: string }

const REST = 250;
const known = new Map<string, Promise<Cited | undefined>>();
const box = document.createElement('div');
box.className = 'preview';
box.id = 'preview';
box.hidden = true;
document.body.append(box);

let shown: HTMLAnchorElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** `/ref/coverage/x/#c7` → `/ref/coverage/x/cite/c7.json`; undefined for pages that are not cited, and for this page itself. */
function fileOf({ pathname, hash, search }: URL): string | undefined {
  const isCited = /\/(call|glossary|principles\/\d|coverage\/(?!(?:principle|year|publisher|kind|stance|language)\/)[^/]+|questions\/[^/]+)\/$/.test(pathname);
  if (!isCited || search !== '' || (pathname === location.pathname && hash === '')) return undefined;
  const id = hash.slice(1);
  if (/\/call\/$|\/glossary\/$/.test(pathname)) return id === '' ? undefined : `${pathname}cite/${id}.json`;
  return `${pathname}${/^c\d+$/.test(id) ? `cite/${id}` : 'cite'}.json`;
}

async function read(file: string): Promise<Cited | undefined> {
  try {
    const response = await fetch(file);
    return response.ok ? ((await response.json()) as Cited[])[0] : undefined;
  } catch {
    return undefined;
  }
}

/** Shows the preview of a link once the reader has rested on it; at once where it has the keyboard's focus. */
export function preview(link: HTMLAnchorElement, isFocused: boolean): void {
  const file = fileOf(new URL(link.href));
  if (file === undefined || link.closest('.cite-tools, .permalink, .preview') !== null) return;
  link.addEventListener('pointerleave', leave, { once: true });
  link.addEventListener('blur', hide, { once: true });
  if (link === shown) return;
  clearTimeout(timer);
  timer = setTimeout(async () => {
    known.set(file, known.get(file) ?? read(file));
    const cited = await known.get(file);
    // What did not come is asked for again.
    if (cited === undefined) known.delete(file);
    if (cited !== undefined && link.matches(isFocused ? ':focus' : ':hover')) show(link, cited);
  }, isFocused ? 0 : REST);
}

function show(link: HTMLAnchorElement, { title, abstract = '' }: Cited): void {
  hide();
  shown = link;
  const head = document.createElement('p');
  head.className = 'source';
  head.textContent = title;
  const words = document.createElement('p');
  words.textContent = abstract.length > 420 ? `${abstract.slice(0, 420).replace(/\s+\S*$/, '')} …` : abstract;
  box.replaceChildren(head, words);
  box.lang = document.documentElement.lang;
  box.hidden = false;
  link.setAttribute('aria-describedby', box.id);
  const line = [...link.getClientRects()].at(-1) ?? link.getBoundingClientRect();
  const below = line.bottom + box.offsetHeight + 8 < innerHeight || line.top < box.offsetHeight;
  box.style.insetBlockStart = `${scrollY + (below ? line.bottom + 4 : line.top - box.offsetHeight - 4)}px`;
  box.style.insetInlineStart = `${Math.max(8, Math.min(line.left, document.documentElement.clientWidth - box.offsetWidth - 8))}px`;
}

function hide(): void {
  clearTimeout(timer);
  shown?.removeAttribute('aria-describedby');
  shown = undefined;
  box.hidden = true;
}

/** The pointer may cross from the link to the preview, to read or to select, and back. */
function leave(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (!box.matches(':hover') && shown?.matches(':focus, :hover') !== true) hide();
  }, 200);
}
box.addEventListener('pointerleave', leave);
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') hide();
});
addEventListener('scroll', () => box.matches(':hover') || (shown !== undefined && !shown.matches(':focus, :hover') && hide()), { passive: true });
