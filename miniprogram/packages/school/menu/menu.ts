import { look } from '../../../lib/look';

Page({ data: { ...look() } });
