/** What the tests use of jsonld.js, which ships no types: https://github.com/digitalbazaar/jsonld.js#api */
declare module 'jsonld' {
  interface Options {
    /** Throws where expansion would lose something: a key that the context does not know, a relative `@id`. */
    readonly safe: boolean;
    readonly documentLoader: (url: string) => Promise<{ readonly contextUrl: undefined; readonly documentUrl: string; readonly document: object }>;
  }
  const jsonld: { expand(document: object, options: Options): Promise<readonly { readonly [key: string]: unknown }[]> };
  export default jsonld;
}
