import '../scripts/node-version.mjs'

// npm run bench:NAME
const { bootstrap } = await import('../scripts/bootstrap.mjs')
await bootstrap(`../bench/${process.argv[2]}.ts`)
