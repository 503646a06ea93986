import type { GatewayAddress } from '@/lib/domain/gateway'

/** Where requests go, without the token, and whether our own data goes with them. */
export type RequestAddress = Omit<GatewayAddress, 'token'>
