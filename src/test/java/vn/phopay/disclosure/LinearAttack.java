package vn.phopay.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** The best that anyone can work out from sums: a linear programme. */
final class LinearAttack {
    private static final double MILLION = 1e6;

    private LinearAttack() {}

    /** The most that some unknowns can be together; infinite where nothing bounds them. */
    static double most(Knowledge knowledge, List<Integer> unknowns) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        List<Variable> variables = new ArrayList<>();
        for (int i = 0; i < knowledge.unknowns(); i++) {
            variables.add(model.newVariable("x" + i).lower(0));
        }
        int number = 0;
        for (Knowledge.Sum sum : knowledge.sums()) {
            Expression expression = model.newExpression("s" + number++).level(sum.total() / MILLION);
            sum.unknowns().forEach(unknown -> expression.set(variables.get(unknown), 1));
        }
        unknowns.forEach(unknown -> variables.get(unknown).weight(1));
        Optimisation.Result result = model.maximise();
        if (result.getState().isOptimal()) {
            return result.getValue() * MILLION;
        }
        if (result.getState() == Optimisation.State.UNBOUNDED) {
            return Double.POSITIVE_INFINITY;
        }
        throw new IllegalStateException("the attacker's programme must have the truth among its answers: " + result);
    }
}
