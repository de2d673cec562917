/** The house's import direction: see "How it works" in README.md. */
const only = (from, allowed) => ({
  name: `${from}-imports-only-what-it-may`,
  severity: 'error',
  from: { path: `^server/${from}/` },
  to: {
    path: '^(server|web-components|scripts)/',
    pathNot: ['^server/project-root\\.ts$', ...[from, ...allowed].map((room) => `^server/${room}/`)],
  },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } },
    {
      name: 'domain-knows-no-library',
      severity: 'error',
      from: { path: '^server/domain/' },
      to: { pathNot: '^server/domain/' },
    },
    only('domain', []),
    only('ports', ['domain']),
    only('files', []),
    only('diff', ['domain']),
    only('language', ['domain', 'ports']),
    only('privacy', ['domain', 'ports']),
    only('retrieval', ['domain', 'ports', 'language', 'privacy']),
    only('evaluation', ['domain', 'ports', 'language', 'privacy', 'retrieval']),
    only('services', ['domain', 'ports', 'diff', 'language', 'privacy', 'retrieval', 'evaluation']),
    only('http', ['domain', 'ports', 'diff', 'language', 'privacy', 'retrieval', 'evaluation', 'services']),
    only('content', ['domain', 'ports', 'files']),
    only('history', ['domain', 'ports', 'files', 'diff']),
    only('drafts', ['domain', 'ports', 'files']),
    only('embedding', ['domain', 'ports']),
    only('index', ['domain', 'ports']),
    only('ledger', ['domain', 'ports']),
    only('events', ['domain', 'ports']),
    {
      // And how long a message is, which the lint and the page must count alike.
      name: 'web-components-know-only-the-contract',
      severity: 'error',
      from: { path: '^web-components/' },
      to: { path: '^(server|scripts)/', pathNot: '^server/(http/contract|domain/message-length)\\.ts$' },
    },
    {
      name: 'contract-is-types-only',
      severity: 'error',
      from: { path: '^web-components/' },
      to: { path: '^server/http/contract\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'server-and-page-code-stay-apart',
      severity: 'error',
      from: { path: '^(server|scripts)/' },
      to: { path: '^web-components/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|test)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.mjs', '.js'] },
  },
};
