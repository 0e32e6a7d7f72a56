/**
 * A quiet word beside a title.
 *   word: text, '' draws nothing · tone: 'plain' | 'red' | 'pine' | 'millet' | 'frost' | 'rust'
 */
Component({
  // No node of its own: where it draws nothing, it leaves no gap either.
  options: { styleIsolation: 'apply-shared', virtualHost: true },
  properties: {
    word: { type: String, value: '' },
    tone: { type: String, value: 'plain' },
  },
});
