/** One page of each type, for checks that each type must pass. */
export const PAGE_TYPES = {
  home: '',
  call: 'call/',
  principles: 'principles/',
  principle: 'principles/8/',
  coverage: 'coverage/',
  record: 'coverage/wired-us-sits-out/',
  copy: 'coverage/link-list-paris-call/',
  list: 'coverage/principle/8/',
  search: 'search/',
  about: 'about/',
  'not found': '404.html',
} as const;
