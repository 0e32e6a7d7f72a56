/** Something a test must not overlook: an unknown `wx` name, a template error, an uncaught error … */
export interface Problem {
  kind: 'wx' | 'component' | 'template' | 'wxs' | 'uncaught' | 'resource';
  message: string;
  stack?: string;
}
