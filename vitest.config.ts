import { readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname
const migrations = readdirSync('prisma/migrations').filter((name) => /^\d/.test(name))
/** Most of what a test does is to wait for PostgreSQL, so that two cores have room for two. */
const workers = Math.max(2, availableParallelism() - 1)
const everywhere = ['**/node_modules/**', '.next/**', 'dist/**', 'e2e/**']

export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    maxWorkers: workers,
    env: {
      APP_SECRET: 'a secret that only the tests know, long enough',
      LOG_LEVEL: 'silent',
      LISTAZAP_MIGRATIONS: migrations.join(','),
      TZ: 'America/Sao_Paulo',
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'domain',
          environment: 'node',
          include: ['lib/domain/**/*.test.ts'],
          // Nothing in there keeps anything: the files share what they import.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['**/*.test.ts'],
          exclude: [...everywhere, 'lib/domain/**', '**/*.start.test.ts', '**/*.fault.test.ts'],
          globalSetup: 'scripts/test/vitest-cluster.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['**/*.test.tsx'],
          exclude: everywhere,
          testTimeout: 60_000,
          // next-intl imports 'next/navigation' without its extension, which only a bundler finds.
          server: { deps: { inline: ['next-intl'] } },
        },
      },
      {
        extends: true,
        test: {
          name: 'start',
          environment: 'node',
          include: ['**/*.start.test.ts'],
          exclude: everywhere,
          globalSetup: 'scripts/test/vitest-cluster.ts',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          environment: 'node',
          include: ['**/*.fault.test.ts'],
          exclude: everywhere,
          globalSetup: 'scripts/test/vitest-cluster.ts',
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
