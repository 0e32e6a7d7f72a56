import type { Database } from '../../cloudfunctions/core/database';

/**
 * Booking as CloudBase's documentation teaches it: a transaction that reads the slot, looks whether a seat is left,
 * takes one and adds the booking. Written for comparison; the product does it otherwise (DESIGN of the repository).
 */
export async function bookOnce(database: Database, who: string): Promise<'seat' | 'no seat' | 'failed'> {
  try {
    // The SDK's own retries (three) are in it.
    const booked: unknown = await database.runTransaction(async (transaction: Transaction) => {
      const reply = await transaction.collection('slots').doc('night').get();
      const { left } = reply.data;
      if (left <= 0) return false;
      await transaction
        .collection('slots')
        .doc('night')
        .update({ left: left - 1 });
      await transaction.collection('bookings').add({ _id: `night:${who}`, slot: 'night', who });
      return true;
    });
    return booked === true ? 'seat' : 'no seat';
  } catch {
    // Conflict, or the commit's answer lost: the sample tells the person to try again.
    return 'failed';
  }
}

/** The part of the SDK's transaction that is used here; its own types say `any`. */
interface Transaction {
  collection(name: string): {
    doc(id: string): {
      get(): Promise<{ data: { left: number } }>;
      update(change: object): Promise<unknown>;
    };
    add(document: object): Promise<unknown>;
  };
}
