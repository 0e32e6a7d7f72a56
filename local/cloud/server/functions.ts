import { type Action, optionalText, text } from './action';

export const functionActions: Record<string, Action> = {
  'functions.invokeFunction': {
    part: 'function',
    async run(parameters, { runner }) {
      const event = optionalText(parameters, 'request_data') ?? '{}';
      const reply = await runner.invoke(text(parameters, 'function_name'), event, { cause: 'function' });
      return { fields: { data: { response_data: reply } } };
    },
  },
};
