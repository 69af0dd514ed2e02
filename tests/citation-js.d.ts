/** What the tests use of Citation.js, which ships no types: https://citation.js.org/api/. Its plugins are imported for their effect. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(input: unknown, options?: { readonly forceType?: string });
    /** CSL-JSON, and how it was come by in `_graph`. */
    readonly data: readonly { readonly [field: string]: unknown }[];
    format(form: 'bibliography', options: { readonly template: 'apa'; readonly lang: 'en-US' | 'fr-FR'; readonly format: 'text' }): string;
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
