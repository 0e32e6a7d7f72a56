import { serverNow } from '../../api/call';
import type { RequestCommand } from '../../contract/request-states';
import { COMMAND_FORMS, type CommandForm, type FormField, filled } from '../../lib/command-form';
import { dayChoices } from '../../lib/time';

const NOTHING: CommandForm = { word: '', lead: '', fields: [] };

/**
 * The few fields of one command (lib/command-form.ts), on a sheet from the bottom.
 *   command: its name, '' closes the sheet · departments: { id, name }[] for 吹哨 · busy · trouble: why it was refused
 *   values: what was typed before, by field · bind:write → detail { values } at every keystroke
 *   bind:submit → detail { input } · bind:close
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    command: { type: String, value: '' },
    departments: { type: Array, value: [] as { id: string; name: string }[] },
    busy: { type: Boolean, value: false },
    trouble: { type: String, value: '' },
    values: { type: Object, value: {} as Record<string, string> },
  },
  data: {
    form: NOTHING,
    fields: [] as (FormField & { choices: { value: string; word: string }[] })[],
    typed: {} as Record<string, string>,
    missing: '',
  },
  observers: {
    'command, departments'() {
      const { command, departments, values } = this.data;
      const form = isCommand(command) ? COMMAND_FORMS[command] : NOTHING;
      const fields = form.fields.map((field) => ({ ...field, choices: choicesOf(field, departments) }));
      this.setData({ form, fields, typed: { ...values }, missing: '' });
    },
  },
  methods: {
    keep(key: string, value: string) {
      const typed = { ...this.data.typed, [key]: value };
      this.setData({ typed, missing: '' });
      this.triggerEvent('write', { values: typed });
    },
    onType(event: WechatMiniprogram.Input) {
      this.keep(String(event.currentTarget.dataset.key), event.detail.value);
    },
    onChoose(event: WechatMiniprogram.TouchEvent) {
      const { key, value } = event.currentTarget.dataset;
      this.keep(String(key), String(value));
    },
    onSwitch(event: WechatMiniprogram.SwitchChange) {
      this.keep(String(event.currentTarget.dataset.key), event.detail.value ? 'yes' : '');
    },
    onSubmit() {
      const result = filled(this.data.form, this.data.typed);
      if ('missing' in result) this.setData({ missing: result.missing });
      else this.triggerEvent('submit', { input: result.input });
    },
    onClose() {
      this.triggerEvent('close');
    },
  },
});

function isCommand(name: string): name is RequestCommand {
  return name in COMMAND_FORMS;
}

function choicesOf(
  field: FormField,
  departments: readonly { id: string; name: string }[],
): { value: string; word: string }[] {
  if (field.kind === 'choice') return [...field.options];
  if (field.kind === 'department') return departments.map(({ id, name }) => ({ value: id, word: name }));
  if (field.kind === 'day')
    return dayChoices(serverNow(), 1, 4).map(({ at, word }) => ({ value: String(at), word }));
  return [];
}
