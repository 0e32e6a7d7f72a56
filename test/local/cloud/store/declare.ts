import type { IndexDeclaration } from '../../../../local/cloud/store/index';

/** An index in CloudBase's form: `index('by_day', ['room', '-day'])`, with `unique` as its third argument. */
export function index(name: string, fields: string[], unique?: 'unique'): IndexDeclaration {
  return {
    IndexName: name,
    MgoKeySchema: {
      MgoIsUnique: unique === 'unique',
      MgoIndexKeys: fields.map((field) =>
        field.startsWith('-') ? { Name: field.slice(1), Direction: '-1' } : { Name: field, Direction: '1' },
      ),
    },
  };
}
