package io.issueloop.knowledge;

import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Who wrote an article, and how the credit is divided (kpi.md §4 P3).
 *
 * @param shares one to five members; each more than 0 with at most two decimals, together exactly
 *     1; the largest first
 */
public record Authors(Map<UserId, BigDecimal> shares) {

    private static final int MOST = 5;
    private static final int DECIMALS = 2;

    /**
     * @throws Refused when the shares are not possible
     */
    public Authors {
        if (shares.isEmpty() || shares.size() > MOST) {
            throw new Refused("作者为 1 至 %d 人".formatted(MOST));
        }
        for (var share : shares.values()) {
            if (share.signum() <= 0 || share.stripTrailingZeros().scale() > DECIMALS) {
                throw new Refused("每位作者的份额应大于 0，最多两位小数");
            }
        }
        var sum = shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(BigDecimal.ONE) != 0) {
            throw new Refused("作者份额之和应为 1（100%%），现在为 %s".formatted(sum.toPlainString()));
        }
        shares = largestFirst(shares);
    }

    private static Map<UserId, BigDecimal> largestFirst(Map<UserId, BigDecimal> shares) {
        var ordered = new LinkedHashMap<UserId, BigDecimal>();
        shares.entrySet().stream()
                .sorted(
                        Comparator.comparing((Map.Entry<UserId, BigDecimal> one) -> one.getValue())
                                .reversed()
                                .thenComparing(one -> one.getKey().value()))
                .forEach(one -> ordered.put(one.getKey(), one.getValue()));
        return ordered;
    }

    static Authors only(UserId author) {
        return new Authors(Map.of(author, BigDecimal.ONE));
    }

    public boolean contains(UserId user) {
        return shares.containsKey(user);
    }

    public Set<UserId> users() {
        return shares.keySet();
    }
}
