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
  // Asked for by `npm run bench:first-load`, which tells from them what each script is made of.
  productionBrowserSourceMaps: process.env.SOURCE_MAPS === '1',
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

// Compiled with the pages: no browser is sent the parser of messages.
export default createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  experimental: { messages: { path: './messages', format: 'json', locales: 'infer', precompile: true } },
})(config)
