import type { TestProject } from 'vitest/node'
import { prepareTemplate, startTestCluster } from './test-cluster'

declare module 'vitest' {
  export interface ProvidedContext {
    testCluster: { url: string; template: string }
  }
}

/** Vitest's global set-up: uses the cluster of `npm test` (TEST_CLUSTER_URL), or runs one while the tests run. */
export default async function setup(project: TestProject) {
  const given = process.env.TEST_CLUSTER_URL
  const cluster = given ? null : await startTestCluster()
  const url = given ?? cluster?.url ?? ''
  project.provide('testCluster', { url, template: await prepareTemplate(url) })
  return () => cluster?.stop()
}
