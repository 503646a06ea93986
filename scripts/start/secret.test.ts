import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { keepSecret } from './secret'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'listazap-secret-'))
const file = path.join(folder, 'app-secret')

describe('the secret of a data folder', () => {
  afterAll(() => fs.rmSync(folder, { recursive: true }))

  it('is made once, and is for its owner alone', () => {
    const secret = keepSecret(folder)
    expect(secret.length).toBeGreaterThanOrEqual(32)
    expect(keepSecret(folder)).toBe(secret)
    expect(fs.statSync(file).mode & 0o777).toBe(0o600)
    expect(fs.readdirSync(folder)).toEqual(['app-secret'])
  })

  it('becomes its owner’s alone where it was not', () => {
    fs.chmodSync(file, 0o644)
    keepSecret(folder)
    expect(fs.statSync(file).mode & 0o777).toBe(0o600)
  })

  it('is never made anew over one that is damaged', () => {
    fs.writeFileSync(file, 'cut')
    expect(() => keepSecret(folder)).toThrow('too short')
    expect(fs.readFileSync(file, 'utf8')).toBe('cut')
  })
})
