/**
 * How far cashless payment has come, per district, ward and street: rollups folded from payments, and what of them
 * outsiders may see. Every figure can be recomputed from payments.
 */
@NullMarked
package vn.phopay.adoption;

import org.jspecify.annotations.NullMarked;
