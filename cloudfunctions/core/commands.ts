import type { ActionName } from '@contract/actions';
import type * as v from 'valibot';
import type { Action, AnyAction } from './action';
import type { ActionContext } from './context';

/** What may follow the subject in an action's name: `verify` of `award.verify`. */
type CommandOf<Subject extends string, Name = ActionName> = Name extends `${Subject}.${infer Command}`
  ? Command
  : never;

/** What is said with a command of these orders. */
type Said<Order extends { command: string }, Command> = Omit<Extract<Order, { command: Command }>, 'command'>;

interface More<Input> {
  contended?: true;
  /** What has to hold before anything is read. */
  before?(context: ActionContext, input: Input): Promise<void>;
}

/**
 * The commands of one aggregate: each is the action `SUBJECT.COMMAND`, whose it is stands under `key`, everything
 * else in its input is the order that `decide` takes. The compiler holds each schema to that order.
 */
export function commandsOn<Order extends { command: string }>() {
  return <Subject extends string, Key extends string>(
    subject: Subject,
    key: Key,
    give: (context: ActionContext, whose: string, order: Order) => Promise<unknown>,
  ) =>
    <Command extends CommandOf<Subject> & Order['command']>(
      command: Command,
      allow: Action['allow'],
      input: v.GenericSchema<unknown, Record<Key, string> & Said<Order, Command>>,
      { before, ...more }: More<Record<Key, string> & Said<Order, Command>> = {},
    ): AnyAction => ({
      // `CommandOf` has made the command of exactly such a name.
      name: `${subject}.${command}` as ActionName,
      kind: 'write',
      ...more,
      input,
      allow,
      async run(context, parsed) {
        // `dispatch` hands over only what `input` above has parsed.
        const given = parsed as Record<Key, string> & Said<Order, Command>;
        await before?.(context, given);
        const { [key]: whose, ...said } = given;
        // The schema is held to this order but for the name of the command.
        return give(context, whose, { command, ...said } as unknown as Order);
      },
    });
}
