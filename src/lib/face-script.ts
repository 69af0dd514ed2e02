/**
 * The one script that stands in a page itself and runs before anything is drawn: whether this page brings its typeface.
 *
 * The face weighs 35 KiB, twice what else a page does. Where the host has begun to answer within a tenth of a second, the face is
 * fetched at once, and browsers hold the first paint back for what is so preloaded. On a slower line its rules are taken out, and the
 * page is set in the reader's own serif, in the measures of ours. Either way it is settled before the first paint: nothing moves.
 * Without script the face is optional: https://www.w3.org/TR/css-fonts-4/#font-display-desc
 *
 * `performance.timing` is old, but every browser has it filled in this early: https://www.w3.org/TR/navigation-timing/
 */
export const FACE_SCRIPT = `{
  const { requestStart, responseStart } = performance.timing;
  const { sheet } = document.currentScript.previousElementSibling;
  for (let at = sheet.cssRules.length; at-- > 0; ) {
    const [, href] = /url\\("?([^")]+)/.exec(sheet.cssRules[at].cssText) ?? [];
    if (href === undefined) continue;
    if (responseStart - requestStart > 100) sheet.deleteRule(at);
    else document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', as: 'font', crossOrigin: '', href }));
  }
}`.replace(/\n\s*/g, '');
