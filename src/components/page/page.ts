/** The site's only script on every page: a permalink is copied when followed, and `/` leads to search. */
const said = document.querySelector<HTMLElement>('.said');

document.addEventListener('click', async (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.permalink') : null;
  if (link === null || said === null || event.metaKey || event.ctrlKey || event.shiftKey) return;
  try {
    await navigator.clipboard.writeText(link.href);
    said.textContent = said.dataset['copied'] ?? '';
    setTimeout(() => (said.textContent = ''), 2500);
  } catch {
    // The clipboard may be refused; the link has still led to the passage, and its address stands in the address bar.
  }
});

document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]') !== null;
  if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  if (field === null) return;
  event.preventDefault();
  field.focus();
});
