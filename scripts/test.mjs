import './node-version.mjs'

import('./bootstrap.mjs').then(({ bootstrap }) => bootstrap('./test/main.ts'))
