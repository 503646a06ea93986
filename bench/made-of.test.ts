import { describe, expect, it } from 'vitest'
import { gzipSize, ownerOf, shareOut, splitBySource } from './made-of'

describe('what a script is made of', () => {
  // Column 0 belongs to no source, 4 to the first, 10 to the second, 16 to the first again; the second line to nobody.
  const script = 'var one();two();one()\n// end'
  const map = {
    version: 3,
    sources: ['turbopack:///[project]/node_modules/zod/index.js', 'turbopack:///[project]/lib/domain/fold.ts'],
    mappings: 'A,IAAA,MCAA,MDAA',
  }

  it('is told source by source, and nothing of it is lost', () => {
    const parts = splitBySource(script, map)
    expect(parts.get('node_modules/zod/index.js')).toBe('one();one()')
    expect(parts.get('lib/domain/fold.ts')).toBe('two();')
    expect([...parts.values()].join('')).toHaveLength(script.replace('\n', '').length)
  })

  it('is shared out so that the shares add up to its gzip', () => {
    const shares = shareOut(script, splitBySource(script, map))
    expect([...shares.values()].reduce((sum, size) => sum + size, 0)).toBeCloseTo(gzipSize(script))
  })

  it('is named by package, or by two steps into our own tree', () => {
    expect(ownerOf('node_modules/zod/v4/core/api.js')).toBe('zod')
    expect(ownerOf('node_modules/@tanstack/query-core/build/index.js')).toBe('@tanstack/query-core')
    expect(ownerOf('node_modules/@radix-ui/react-slot/dist/index.mjs')).toBe('@radix-ui')
    expect(ownerOf('node_modules/next/dist/compiled/react-dom/cjs/client.js')).toBe('react-dom')
    expect(ownerOf('node_modules/a/node_modules/b/index.js')).toBe('b')
    expect(ownerOf('components/editor/editor.ts')).toBe('components/editor')
    expect(ownerOf('')).toBe('bundler')
  })
})
