import { LIMITS } from '@contract/limits';
import * as v from 'valibot';
import { action } from '../../core/action';
import { describe, log } from '../../core/log';
import { storedFile } from '../../core/schemas';

export const hearActions = [
  action({
    name: 'speech.hear',
    // Changes nothing; whoever knows a recording's id may play it, and reading its words shows them no more.
    kind: 'read',
    input: v.strictObject({ fileId: storedFile }),
    allow: 'anyone',
    async run(context, { fileId }) {
      if (!context.speech.on) return { words: '' };
      try {
        const [url = ''] = await context.temporaryUrls([fileId]);
        const words = await context.speech.hear(url, context.now);
        return { words: [...words].slice(0, LIMITS.sentence).join('') };
      } catch (error) {
        // The recording goes to the desk as it is; nobody has to know.
        log('speech down', { run: context.invocation, ...describe(error) });
        return { words: '' };
      }
    },
  }),
];
