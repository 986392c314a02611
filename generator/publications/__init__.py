"""What was published: what a built site says of each record, and what another says otherwise."""
