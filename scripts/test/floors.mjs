import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

// dependency-cruiser tells its parser of TypeScript, but not of JSX, which it must be told apart.
const swc = require('@swc/core')
const parse = swc.parseFileSync
swc.parseFileSync = (file, options) => parse(file, { ...options, tsx: file.endsWith('.tsx') })

const { cruise } = await import('dependency-cruiser')
const { default: readTsConfig } = await import('dependency-cruiser/config-utl/extract-ts-config')

// Looks at who imports whom in the named places of this folder, by the rules of .dependency-cruiser.cjs; a line for each that breaks one.
const { options, forbidden } = require('../../.dependency-cruiser.cjs')
const { output } = await cruise(
  process.argv.slice(2),
  { ...options, validate: true, ruleSet: { forbidden } },
  {},
  { tsConfig: readTsConfig('tsconfig.json') },
)
const { violations } = output.summary
for (const { rule, from, to } of violations) console.log(`${rule.name}: ${from} → ${to}`)
console.log(`${output.modules.length} files looked at`)
process.exit(violations.length > 0 || output.modules.length === 0 ? 1 : 0)
