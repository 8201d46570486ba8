/**
 * `robots.txt`. A site that nobody asked to be listed is not to be read by robots either: `noindex` in its pages is for
 * those that look all the same, and for the listing of bare addresses.
 */
export const robots = ({ index, sitemap }: Readonly<{ index: boolean; sitemap?: string }>): string =>
  [
    'User-agent: *',
    index ? 'Allow: /' : 'Disallow: /',
    ...(index && sitemap !== undefined ? ['', `Sitemap: ${sitemap}`] : []),
    '',
  ].join('\n');
