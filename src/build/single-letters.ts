/**
 * Astro cuts its store of rendered content into files by encoding every letter by itself to learn how many bytes it takes
 * (`getChunkEnd` in astro/dist/content/data-store-writer.js): six seconds for a thousand entries, two minutes for ten thousand. Each letter
 * is encoded once instead, and whoever asks again is given the same bytes, which nobody may change. It is for the process
 * of a build alone, and to be taken out when Astro counts in another way.
 */
export function encodeSingleLettersFast(): void {
  const { encode } = TextEncoder.prototype;
  const known = new Map<string, ReturnType<typeof encode>>();
  TextEncoder.prototype.encode = function (text = '') {
    if (text.length !== 1) return encode.call(this, text);
    let bytes = known.get(text);
    if (bytes === undefined) known.set(text, (bytes = encode.call(this, text)));
    return bytes;
  };
}
