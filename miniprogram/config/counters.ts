/** Numbers that every phone in the country knows. */
export const EMERGENCY = {
  medical: { phone: '120', label: '120 急救' },
  fire: { phone: '119', label: '119 火警' },
  police: { phone: '110', label: '110 报警' },
  fraud: { phone: '96110', label: '96110 反诈' },
} as const;

/** 心里难受，想找人说说: the country's line for psychological help. */
export const COMFORT_PHONE = '12356';
