/** Why it cannot go as it is, where on the page that is said, and what has to be open for it to be changed. */

export interface Open {
  contactOpen: boolean;
  writing: boolean;
  detailsOpen: boolean;
  folded: boolean;
}

export interface TroubleLook extends Open {
  trouble: string;
  /** Where the sentence of `trouble` stands. */
  troubleAt: 'top' | 'rows';
  wrong: string;
}

/** Where on the page the field is that a refusal names, `beneficiary.phone`. */
export function placeOf(field: string): { wrong: string; inContact: boolean; inRows: boolean } {
  const wrong = field.replace('beneficiary.', '');
  const inContact = wrong === 'phone' || wrong === 'building' || wrong === 'door';
  return { wrong, inContact, inRows: inContact || wrong === 'name' || wrong === 'communityId' };
}

/** Says why, opens what must be changed, keeps everything. */
export function troubleLook(
  says: string,
  field: string,
  { contactOpen, writing, detailsOpen, folded }: Open,
): TroubleLook {
  const { wrong, inContact, inRows } = placeOf(field);
  return {
    trouble: says,
    troubleAt: inRows ? 'rows' : 'top',
    wrong,
    contactOpen: contactOpen || inContact,
    writing: writing || wrong === 'text',
    detailsOpen: detailsOpen || inRows,
    folded: folded && !inRows,
  };
}
