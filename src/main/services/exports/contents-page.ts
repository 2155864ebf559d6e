import { escaped } from '../../publishing';

interface ContentsPage {
  language: string;
  title: string;
  lead: string;
  lists: { heading: string; entries: { title: string; detail: string; links: string[] }[] }[];
}

/** Within the archive alone: each part of the place is a name. */
const addressOf = (place: string): string => place.split('/').map(encodeURIComponent).join('/');

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;margin:3rem auto;max-width:46rem;padding:0 1rem;color:#1c2024;background:#fff}
h1{font-size:1.6rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .5rem}p,small{color:#5b6470}ul{list-style:none;padding:0}
li{padding:.45rem 0;border-top:1px solid #e3e6ea}a{color:#0b5cad;margin-right:.9rem}
@media(prefers-color-scheme:dark){body{color:#e8eaed;background:#16181b}p,small{color:#a3abb5}li{border-color:#2c3036}a{color:#7ab7ff}}`;

/** A page that leads to what an archive holds. It loads nothing and runs nothing. */
export function contentsPage({ language, title, lead, lists }: ContentsPage): string {
  const sections = lists
    .filter(({ entries }) => entries.length > 0)
    .map(({ heading, entries }) => `<h2>${escaped(heading)}</h2>\n<ul>\n${entries.map(entryOf).join('\n')}\n</ul>`);
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(lead)}</p>
${sections.join('\n')}
</main>
</body>
</html>
`;
}

function entryOf({ title, detail, links }: ContentsPage['lists'][number]['entries'][number]): string {
  const [only] = links;
  if (links.length === 1 && only !== undefined && detail === '')
    return `<li><a href="${escaped(addressOf(only))}">${escaped(title)}</a></li>`;
  const anchors = links.map(
    (place) => `<a href="${escaped(addressOf(place))}">${escaped(place.split('/').at(-1) ?? place)}</a>`,
  );
  return `<li>${escaped(title)} <small>${escaped(detail)}</small><br>${anchors.join('')}</li>`;
}
