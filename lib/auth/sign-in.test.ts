import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { signInSchema } from '@/lib/domain/account'
import { createTestDatabase } from '@/lib/testing/database'
import { createFirstAdmin } from './create-admin'
import { TRIES } from './rate-limit'
import { readActor } from './session'
import { changePassword, signIn, signOut } from './sign-in'

const database = createTestDatabase()
const ana = { email: 'ana@example.com', password: 'ten letters' }
const wrong = { ...ana, password: 'not the password' }
const nobody = { email: 'nobody@example.com', password: 'not the password' }

const from = (address: string, more: Record<string, string> = {}) =>
  new Headers({ host: 'localhost:3000', 'x-forwarded-for': address, ...more })

const cookieLine = (answered: Headers) => answered.getSetCookie().find((line) => line.includes('session_token')) ?? ''
const withCookie = (answered: Headers) => from('10.0.0.1', { cookie: cookieLine(answered).split(';')[0] ?? '' })

async function opened(headers = from('10.0.0.1')) {
  const result = await signIn(ana, headers)
  if (result.outcome !== 'done') throw new Error(result.outcome)
  return result.answered
}

const trySeveral = async (times: number, input: typeof ana, address: (i: number) => string) => {
  const outcomes: string[] = []
  for (let i = 0; i < times; i++) outcomes.push((await signIn(input, from(address(i)))).outcome)
  return outcomes
}

beforeEach(async () => {
  await database.truncate()
  await createFirstAdmin({ ...ana, name: 'Ana' })
})

describe('signing in', () => {
  it('opens a session that tells who it is', async () => {
    const actor = await readActor(withCookie(await opened()))
    expect(actor).toMatchObject({ kind: 'user', name: 'Ana', email: ana.email, role: 'admin' })
  })

  it('takes the e-mail in any case', async () => {
    const typed = signInSchema.parse({ ...ana, email: ' ANA@Example.com ' })
    expect((await signIn(typed, from('10.0.0.1'))).outcome).toBe('done')
  })

  it('keeps its cookie from scripts and from other sites', async () => {
    const line = cookieLine(await opened())
    expect(line).toMatch(/^listazap\.session_token=/)
    expect(line).toMatch(/; HttpOnly/i)
    expect(line).toMatch(/; SameSite=Lax/i)
    expect(line).not.toMatch(/; Secure/i)
  })

  it('keeps its cookie to https where the browser came by https', async () => {
    const secure = from('10.0.0.1', { 'x-forwarded-proto': 'https' })
    const line = cookieLine(await opened(secure))
    expect(line).toMatch(/^__Secure-listazap\.session_token=/)
    expect(line).toMatch(/; Secure/i)
  })

  it('answers to an unknown e-mail as it does to a wrong password', async () => {
    const answers = await Promise.all([signIn(wrong, from('10.0.0.1')), signIn(nobody, from('10.0.0.1'))])
    expect(answers).toEqual([{ outcome: 'wrong' }, { outcome: 'wrong' }])
  })

  it('works as long for an unknown e-mail as for a wrong password', async () => {
    const timeOf = async (input: typeof ana) => {
      const begun = performance.now()
      await signIn(input, from('10.0.0.1'))
      return performance.now() - begun
    }
    await timeOf(wrong)
    const known = Math.min(await timeOf(wrong), await timeOf(wrong))
    const unknown = Math.max(await timeOf(nobody), await timeOf(nobody))
    // Without the hash it would be a twentieth.
    expect(unknown).toBeGreaterThan(known / 4)
  })
})

describe('tries at a password', () => {
  const perPair = TRIES.accountAndAddress

  it('end after five from one address, even with the right one, and say how long', async () => {
    expect(await trySeveral(perPair, wrong, () => '10.0.0.1')).toEqual(Array(perPair).fill('wrong'))
    const refused = await signIn(ana, from('10.0.0.1'))
    expect(refused).toEqual({ outcome: 'tooMany', minutes: 15 })
  })

  it('are counted all, however many arrive at once', async () => {
    const many = await Promise.all(Array.from({ length: perPair * 2 }, () => signIn(wrong, from('10.0.0.1'))))
    expect(many.filter(({ outcome }) => outcome === 'wrong')).toHaveLength(perPair)
  })

  it('are counted alike for an e-mail that nobody has', async () => {
    expect((await trySeveral(perPair + 1, nobody, () => '10.0.0.1')).at(-1)).toBe('tooMany')
  })

  it('do not shut out the same person elsewhere', async () => {
    await trySeveral(perPair + 1, wrong, () => '10.0.0.1')
    expect((await signIn(ana, from('10.0.0.2'))).outcome).toBe('done')
  })

  it('are forgiven once the right one is given', async () => {
    for (let round = 0; round < 3; round++) {
      await trySeveral(perPair - 1, wrong, () => '10.0.0.1')
      expect((await signIn(ana, from('10.0.0.1'))).outcome).toBe('done')
    }
  })

  it('begin anew when their time is over', async () => {
    await trySeveral(perPair + 1, wrong, () => '10.0.0.1')
    await database.query(`update rate_limit set expire = now() - interval '1 second'`)
    expect((await signIn(ana, from('10.0.0.1'))).outcome).toBe('done')
  })

  it('end for an account that many addresses try', async () => {
    await trySeveral(1, wrong, () => '10.0.0.1')
    await database.query('update rate_limit set points = $1 where key like $2', [TRIES.account, 'account:%'])
    expect((await signIn(wrong, from('10.0.0.99'))).outcome).toBe('tooMany')
  })

  it('end for an address that tries many accounts', async () => {
    await trySeveral(1, wrong, () => '10.0.0.1')
    await database.query(`update rate_limit set points = $1 where key like 'address:%'`, [TRIES.address])
    expect((await signIn(nobody, from('10.0.0.1'))).outcome).toBe('tooMany')
  })

  it('count for the address that our own proxy saw, not for one the sender wrote before it', async () => {
    const outcomes = await trySeveral(perPair + 1, wrong, (i) => `203.0.113.${i}, 10.0.0.1`)
    expect(outcomes.at(-1)).toBe('tooMany')
  })

  it('leave neither e-mail nor address in the table', async () => {
    await signIn(wrong, from('10.0.0.1'))
    const rows = await database.query<{ key: string }>('select key from rate_limit')
    expect(rows).toHaveLength(3)
    expect(JSON.stringify(rows)).not.toMatch(/ana|example|10\.0\.0\.1/)
  })
})

describe('a session', () => {
  it('ends when its person signs out', async () => {
    const headers = withCookie(await opened())
    const answered = await signOut(headers)
    expect(cookieLine(answered)).toMatch(/Max-Age=0/i)
    expect(await readActor(headers)).toBeNull()
    expect(await db().session.count()).toBe(0)
  })

  it('ends with its time', async () => {
    const headers = withCookie(await opened())
    await database.query(`update session set expires_at = now() - interval '1 second'`)
    expect(await readActor(headers)).toBeNull()
  })

  it('is not opened by a token without our signature', async () => {
    await opened()
    const { token } = await db().session.findFirstOrThrow()
    for (const value of [token, `${token}.`, `${token}.${'A'.repeat(43)}=`]) {
      const cookie = `listazap.session_token=${encodeURIComponent(value)}`
      expect(await readActor(from('10.0.0.1', { cookie }))).toBeNull()
    }
  })

  it('follows its person’s role at once', async () => {
    const headers = withCookie(await opened())
    await db().user.updateMany({ data: { role: 'member' } })
    expect(await readActor(headers)).toMatchObject({ role: 'member' })
  })
})

describe('changing one’s own password', () => {
  const changed = { currentPassword: ana.password, newPassword: 'another ten letters' }

  async function actorOf(headers: Headers) {
    const actor = await readActor(headers)
    if (!actor) throw new Error('no session')
    return actor
  }

  it('ends every other session, opens a new one here, and the old password is dead', async () => {
    const elsewhere = withCookie(await opened())
    const here = withCookie(await opened())
    const result = await changePassword(await actorOf(here), changed, here)
    if (result.outcome !== 'done') throw new Error(result.outcome)
    expect(await readActor(elsewhere)).toBeNull()
    expect(await readActor(withCookie(result.answered))).toMatchObject({ email: ana.email })
    expect((await signIn(ana, from('10.0.0.1'))).outcome).toBe('wrong')
    expect((await signIn({ ...ana, password: changed.newPassword }, from('10.0.0.1'))).outcome).toBe('done')
  })

  it('wants the current one, and stops guesses at it', async () => {
    const here = withCookie(await opened())
    const actor = await actorOf(here)
    const guess = () => changePassword(actor, { ...changed, currentPassword: 'a guess' }, here)
    for (let i = 0; i < TRIES.changePassword; i++) expect(await guess()).toEqual({ outcome: 'wrong' })
    expect(await guess()).toMatchObject({ outcome: 'tooMany' })
    expect(await readActor(here)).not.toBeNull()
  })
})

describe('a fault of ours', () => {
  it('is not told as a wrong password', async () => {
    await database.query('alter table account rename to account_away')
    try {
      await expect(signIn(ana, from('10.0.0.1'))).rejects.toThrow()
    } finally {
      await database.query('alter table account_away rename to account')
    }
  })
})
