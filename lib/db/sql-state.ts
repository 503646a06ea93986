import { z } from 'zod'

/** The shape in which Prisma hands on what PostgreSQL said about a raw query. */
const rawErrorSchema = z.object({
  meta: z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string().length(5) }) }) }),
})

/** PostgreSQL's SQLSTATE of a failed raw query, where the database answered at all. */
export const sqlStateOf = (error: unknown): string | undefined =>
  rawErrorSchema.safeParse(error).data?.meta.driverAdapterError.cause.originalCode

/** Whether it is about the values themselves (data exception, integrity violation), so that another try fails alike. */
export const isAboutValues = (error: unknown): boolean => /^2[23]/.test(sqlStateOf(error) ?? '')
