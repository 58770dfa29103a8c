/**
 * Pages from which the city runs its programme: districts, wards, zones and streets, walk lists, targets,
 * campaigns.
 */
@NullMarked
package vn.phopay.web.programme;

import org.jspecify.annotations.NullMarked;
