/** `/llms.txt`: the site in brief for language models, its pages as Markdown (https://llmstxt.org/). */
import { DATA } from './addresses.ts';
import { escaped } from './markdown-twins.ts';
import { twinAddress } from './machine-addresses.ts';
import type { SitePage } from './pages.ts';
import type { View } from './view.ts';

const MAIN: readonly SitePage['shown']['kind'][] = ['call', 'principles', 'coverage', 'questions', 'glossary', 'timeline', 'preamble', 'variants', 'corrections', 'page'];

/** More records than this are named list by list. */
const RECORDS = 500;

export function llmsOf(view: View): string {
  const line = ({ address, title, description }: SitePage) => `- [${escaped(title)}](${view.permalink(twinAddress(address, 'md'))}): ${escaped(description)}`;
  const of = (...kinds: readonly SitePage['shown']['kind'][]) => view.pages.filter(({ shown }) => kinds.includes(shown.kind) && !(shown.kind === 'coverage' && shown.part.number > 1)).map(line);
  const records = of('record');
  // A model reads the whole file: what it would not read through stands in the lists of each year.
  const listed = records.length > RECORDS ? view.pages.filter(({ shown }) => shown.kind === 'list' && shown.facet.name === 'year').map(line) : records;
  const { site, home, questions, coverage, data } = view.words;
  const parts = [
    `# ${site.name}`, `> ${site.description}`, `${site.unofficial} ${data.title}${view.words.language.colon}${view.permalink(DATA)}`,
    `## ${site.home}`, ...of(...MAIN), `## ${home.principles}`, ...of('principle'), `## ${questions.title}`, ...of('question'), `## ${coverage.title}`, ...listed,
  ];
  return `${parts.map((part, index) => (part.startsWith('- ') && parts[index + 1]?.startsWith('- ') ? part : `${part}\n`)).join('\n')}`;
}
