import './node-version.mjs'

import('./bootstrap.mjs').then(({ bootstrap }) => bootstrap('../lib/sandbox/main.ts'))
