/** One page of each type, and of those whose pages differ most more than one, for checks that each type must pass. */
import type { Shown } from '../src/lib/pages.ts';

/** By what a page shows, `home` to `edition`: a kind that is forgotten here does not pass the type check. */
export const PAGES_BY_KIND: { readonly [kind in Shown['kind']]: { readonly [name: string]: string } } = {
  home: { home: '' },
  call: { call: 'call/' },
  'call-mentions': { 'mentions of the Call': 'call/coverage/' },
  parallel: { parallel: 'call/parallel/' },
  principles: { principles: 'principles/' },
  principle: { principle: 'principles/8/' },
  mentions: { 'mentions of a paragraph': 'call/mentions/p13/' },
  'principle-mentions': { 'all mentions': 'principles/9/coverage/' },
  coverage: { coverage: 'coverage/' },
  record: { record: 'coverage/wired-us-sits-out/', copy: 'coverage/link-list-paris-call/' },
  facet: { 'lists by publisher': 'coverage/publisher/' },
  list: { list: 'coverage/principle/8/' },
  preamble: { preamble: 'preamble/' },
  questions: { questions: 'questions/' },
  question: { question: 'questions/how-many-states/' },
  glossary: { glossary: 'glossary/' },
  timeline: { timeline: 'timeline/' },
  events: { 'events of a principle': 'timeline/principle/5/' },
  variants: { variants: 'variants/' },
  corrections: { corrections: 'corrections/' },
  page: { about: 'about/', numbering: 'numbering/', states: 'states/' },
  search: { search: 'search/' },
  edition: { 'whole edition': 'edition/' },
};

export const PAGE_TYPES: { readonly [name: string]: string } = { ...Object.assign({}, ...Object.values(PAGES_BY_KIND)), 'not found': '404.html' };
