import { readdirSync } from 'node:fs'
import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const migrations = readdirSync('prisma/migrations', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()

const config: NextConfig = {
  output: 'standalone',
  outputFileTracingRoot: import.meta.dirname,
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  agentRules: false,
  // Development would print every action's arguments, passwords and tokens among them.
  logging: { serverFunctions: false },
  // `npm test` checks the types of everything, tests too; whoever only starts need not wait for that.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@prisma/adapter-pg', '@prisma/client', 'graphile-worker', 'pg', 'pino', 'undici'],
  // Known to the build, so that /api/health can tell whether the database is the one this build was made for.
  env: { LISTAZAP_MIGRATIONS: migrations.join(',') },
}

export default createNextIntlPlugin('./lib/i18n/request.ts')(config)
