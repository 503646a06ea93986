import path from 'node:path'
import { defineConfig } from '@playwright/test'
import type { Options } from './e2e/fixtures/test'
import { readWorld } from './e2e/fixtures/world'
import { settingsSchema } from './lib/env'

const world = readWorld()
const isRoot = process.getuid?.() === 0

/** The address bar's suggestions are pages of their own in each window, which take as long as ours do. */
const SUGGESTIONS = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup']
/** What Playwright itself turns off: of two lists Chromium heeds the last. */
const UNWANTED = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]

/** A server as people start it, on a database of its own. What this machine sets for itself must not reach it. */
const start = (server: { url: string; databaseUrl: string }, settings: Record<string, string> = {}) => ({
  command: 'node scripts/start.mjs',
  url: `${server.url}/api/health`,
  env: {
    ...Object.fromEntries(Object.keys(settingsSchema.shape).map((name) => [name, ''])),
    PORT: new URL(server.url).port,
    DATABASE_URL: server.databaseUrl,
    DATA_DIR: path.resolve('node_modules/.cache/listazap-e2e'),
    APP_SECRET: world.secret,
    SANDBOX_URL: world.sandbox.url,
    LOG_LEVEL: 'error',
    ...settings,
  },
  timeout: 300_000,
  gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 30_000 },
})

export default defineConfig<Options>({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: !!process.env.CI,
  timeout: 90_000,
  expect: { timeout: 20_000, toHaveScreenshot: { pathTemplate: 'e2e/pictures/{arg}{ext}' } },
  use: {
    locale: 'pt-BR',
    timezoneId: 'America/Sao_Paulo',
    // A record of every test would cost a fifth of the time that all of them take: --trace on makes one of what failed.
    trace: 'off',
    screenshot: 'only-on-failure',
    viewport: { width: 1280, height: 900 },
    // Nothing glides: what moves costs time, and is measured by what comes next while it is halfway.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: world.browser,
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        `--disable-features=${[...SUGGESTIONS, ...UNWANTED].join(',')}`,
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // The same glyphs on every machine, whatever its settings for fonts: the pictures of the phone need it.
        '--font-render-hinting=none',
        '--disable-lcd-text',
      ],
    },
  },
  projects: [
    {
      name: 'app',
      testIgnore: 'first-run.spec.ts',
      use: { baseURL: world.app.url, databaseUrl: world.app.databaseUrl, person: 'own' },
    },
    {
      name: 'first-run',
      testMatch: 'first-run.spec.ts',
      fullyParallel: false,
      use: { baseURL: world.firstRun.url, databaseUrl: world.firstRun.databaseUrl, person: null },
    },
  ],
  webServer: [
    {
      command: `node scripts/sandbox.mjs --port ${new URL(world.sandbox.url).port} --log ${world.sandbox.log}`,
      port: Number(new URL(world.sandbox.url).port),
      env: { LOG_LEVEL: 'error' },
      gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
    },
    start(world.app, { ADMIN_EMAIL: world.admin.email, ADMIN_PASSWORD: world.admin.password }),
    start(world.firstRun),
  ],
})
