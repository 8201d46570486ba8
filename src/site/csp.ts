/** What a page of the site may do: show and run what the site itself serves, and nothing inline or from elsewhere. */
export const PAGE_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'";

/** The policies as headers, which can say more than a page can. A drawing opened by itself keeps its own styles and nothing else. */
export const HEADER_POLICIES = {
  page: `${PAGE_POLICY}; frame-ancestors 'none'`,
  drawing: "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'; sandbox",
} as const;
