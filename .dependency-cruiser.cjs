const ours = '^(app|components|lib|proxy\\.ts|instrumentation\\.ts)'
const tests = '\\.(test|spec)\\.tsx?$|^lib/testing/'
const everyday = '^lib/(env|log)\\.ts$'

const rule = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to })

/** A floor may import itself and what is named: every other file of ours lies out of its reach, types included. */
const floor = (path, ...may) => rule(`floor ${path}`, { path, pathNot: tests }, { path: ours, pathNot: [path, ...may] })

module.exports = {
  forbidden: [
    floor('^lib/domain/'),
    floor('^lib/env\\.ts$', '^lib/domain/'),
    floor('^lib/log\\.ts$', '^lib/env\\.ts$'),
    floor('^lib/db/', everyday, '^lib/domain/'),
    floor('^lib/whatsapp/', everyday, '^lib/domain/'),
    floor('^lib/spreadsheet/', everyday, '^lib/domain/'),
    floor('^lib/sandbox/', everyday, '^lib/domain/'),
    floor('^lib/i18n/', everyday, '^lib/domain/'),
    floor('^lib/queries/', everyday, '^lib/(domain|db|whatsapp)/'),
    floor('^lib/commands/', everyday, '^lib/(domain|db|whatsapp|spreadsheet|queries)/'),
    floor('^lib/auth/', everyday, '^lib/(domain|db|queries|commands)/'),
    floor('^lib/actions/', everyday, '^lib/(domain|auth|queries|commands|i18n)/'),
    floor('^lib/worker/', everyday, '^lib/(domain|db|whatsapp|auth|queries|commands)/'),
    floor('^lib/intake/', everyday, '^lib/(domain|db|whatsapp|auth|queries|commands)/'),
    floor('^components/ui/'),
    floor('^components/(?!ui/)', '^components/', '^lib/(domain|actions|i18n)/'),
    floor('^(app/|proxy\\.ts)', everyday, '^components/', '^lib/(domain|auth|queries|actions|i18n|intake)/'),

    rule(
      'the domain runs anywhere',
      { path: '^lib/domain/', pathNot: tests },
      { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'core'], pathNot: 'node_modules/(zod|libphonenumber-js)/' },
      'zod and phone data only: the same rules run in the browser and on the server',
    ),
    rule(
      'the core knows no framework',
      { path: '^lib/(domain|db|whatsapp|spreadsheet|queries|commands|worker|intake|sandbox)/', pathNot: tests },
      { path: 'node_modules/(next|next-intl|react|react-dom)/' },
      'sessions, redirects and revalidation belong to the doors',
    ),
    rule(
      'components never see a row',
      { path: '^components/' },
      { path: '^lib/(db|queries|commands|whatsapp|auth|worker|intake)/' },
      'queries answer with types of the domain',
    ),
    rule('Prisma stays in lib/db', { path: ours, pathNot: '^lib/db/' }, { path: 'node_modules/(@prisma|prisma)/' }),
    rule(
      "Prisma's client is used by queries, commands and auth alone",
      { path: ours, pathNot: ['^lib/(db|queries|commands|auth|worker|intake|testing)/', tests] },
      { path: '^lib/db/' },
    ),
    rule('tests stay out of the product', { path: ours, pathNot: tests }, { path: tests }),
    rule('the product does not know its scripts', { path: ours, pathNot: tests }, { path: '^(scripts|e2e|bench)/' }),
    rule('no cycles', { path: ours }, { circular: true }),
    rule('all that is imported exists', {}, { couldNotResolve: true }),
    rule('every file is used', { path: '^(components|lib)/', pathNot: tests, orphan: true }, {}),
  ],
  options: {
    // TypeScript 7 has no programming interface, and this parser sees imports of types too.
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules', '^lib/db/generated/'] },
    exclude: { path: ['^(\\.next|dist|data|test-results)/', '\\.css$'] },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
}
