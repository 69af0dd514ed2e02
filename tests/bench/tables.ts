/** The results of one size as tables. Ratios are to ours: above one is more than ours. */
import type { Results } from './bench.ts';
import { kib, ratio, table } from './report.ts';

const ORDER = ['ours', 'starlight', 'vitepress', 'docusaurus', 'eleventy', 'hugo', 'bare'];
const ms = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(0));

/** All that is known of a size, in Markdown. */
export function reportOf(size: number, results: Results): string {
  const names = ORDER.filter((name) => results[name] !== undefined);
  const parts = [`## ${size.toLocaleString('en')} generated records`];

  const ours = results['ours'];
  parts.push('### Build', table(['contestant', 'seconds', '× ours', 'of which the index', 'peak MiB', '× ours', 'pages', 'files', 'MiB', '× ours'], names.flatMap((name) => {
    const { built } = results[name] ?? {};
    if (built === undefined) return [];
    const index = built.steps.find(({ what }) => what === 'search index')?.seconds;
    return [[name, built.seconds.toFixed(1), ratio(built.seconds, ours?.built?.seconds), index?.toFixed(1) ?? '', String(built.peakMiB), ratio(built.peakMiB, ours?.built?.peakMiB), String(built.pages), String(built.files), (built.bytes / 2 ** 20).toFixed(1), ratio(built.bytes, ours?.built?.bytes)]];
  })));

  for (const page of ['principle', 'record', 'list', 'home']) {
    const own = ours?.pages?.[page];
    const rows = names.flatMap((name) => {
      const at = results[name]?.pages?.[page];
      if (at === undefined) return [];
      const { html, css, js, font, other } = at.bytes;
      return [[name, String(at.requests), kib(at.total), ratio(at.total, own?.total), ...[html, css, js, font, other].map(kib), ms(at.fcp), ratio(at.fcp, own?.fcp), ms(at.lcp), at.cls.toFixed(3), ms(at.tbt)]];
    });
    parts.push(`### The ${page} page, slow connection (KiB, ms)`, table(['contestant', 'requests', 'KiB', '× ours', 'html', 'css', 'js', 'font', 'other', 'FCP', '× ours', 'LCP', 'CLS', 'TBT'], rows));
  }

  parts.push('### Lighthouse, principle 8 on a phone', table(['contestant', 'performance', 'accessibility', 'best practices', 'SEO'], names.flatMap((name) => {
    const { scores } = results[name] ?? {};
    return scores === undefined ? [] : [[name, scores.performance, scores.accessibility, scores['best-practices'], scores.seo].map(String)];
  })));

  const situations = ['fast, at once', 'fast, after a second', 'slow, at once', 'slow, after a second'];
  parts.push('### Search, first key to first hit (ms)', table(['contestant', ...situations.flatMap((one) => [one, '× ours']), 'requests', 'KiB'], names.flatMap((name) => {
    const { search } = results[name] ?? {};
    if (search === undefined) return [];
    const last = search['slow, after a second'];
    return [[name, ...situations.flatMap((one) => [ms(search[one]?.ms), ratio(search[one]?.ms, ours?.search?.[one]?.ms)]), String(last?.requests ?? ''), last === undefined ? '' : kib(last.bytes)]];
  })));
  return parts.join('\n\n');
}
