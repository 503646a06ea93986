import path from 'node:path'

/** A page of the same framework with nothing on it: what the first load of every page begins with. */
export default { turbopack: { root: path.resolve(import.meta.dirname, '../..') }, agentRules: false }
