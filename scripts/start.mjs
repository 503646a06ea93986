import './node-version.mjs'

import('./bootstrap.mjs').then(({ bootstrap }) => bootstrap('./start/main.ts'))
