/** What stands for the number of somebody whose data was deleted. */
export const REMOVED_PHONE = 'removed'

/** Whether all that a Send knew of this recipient is gone, so that only the count stays. */
export const isRemovedPerson = ({ phone }: { phone: string }): boolean => phone === REMOVED_PHONE
