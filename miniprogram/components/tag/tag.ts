/**
 * A quiet word beside a title.
 *   word: text, '' draws nothing · tone: 'plain' | 'red' | 'pine' | 'millet' | 'frost' | 'rust'
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    word: { type: String, value: '' },
    tone: { type: String, value: 'plain' },
  },
});
