import type { Rows } from '../row';

/** The standards of a teaching point are the office's to keep. */
export const venueRows: Rows<'venue.check' | 'venue.describe'> = {
  'venue.check': {
    scene: async () => ({ by: 'office', input: { id: 'main', point: 'sign', is: true } }),
    expect: { office: 'ok', others: 'NOT_ALLOWED' },
  },
  'venue.describe': {
    scene: async () => ({
      by: 'office',
      input: { id: 'main', version: 1, place: null, access: ['一楼'], capacity: 60, funding: null },
    }),
    expect: { office: 'ok', others: 'NOT_ALLOWED' },
  },
};
